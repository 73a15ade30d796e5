using System.Collections;
using System.Text.Json.Serialization.Metadata;
using IntroBot.Storage.Commits;

namespace IntroBot.Tests.Storage.Stored;

/// <summary>Finds whatever of our own types and properties is written where a shape is.</summary>
internal static class StoredNames
{
    /// <summary>Every type of ours that can stand somewhere in this shape.</summary>
    public static IReadOnlyCollection<JsonTypeInfo> TypesIn(JsonTypeInfo root)
    {
        var found = new Dictionary<Type, JsonTypeInfo>();
        Add(root.Type);
        return found.Values;

        void Add(Type type)
        {
            foreach (var part in type.IsGenericType ? type.GetGenericArguments() : []) Add(part);
            if (type.Assembly != typeof(StoredJson).Assembly || found.ContainsKey(type)) return;
            var json = found[type] = root.Options.GetTypeInfo(type);
            foreach (var property in WrittenOf(json)) Add(property.PropertyType);
            foreach (var one in json.PolymorphismOptions?.DerivedTypes ?? []) Add(one.DerivedType);
        }
    }

    /// <summary>The properties of a type that are written.</summary>
    public static IEnumerable<JsonPropertyInfo> WrittenOf(JsonTypeInfo json) => json.Kind == JsonTypeInfoKind.Object
        ? json.Properties.Where(property => property.Get is not null
            && (!json.Options.IgnoreReadOnlyProperties || property.Set is not null || property.AssociatedParameter is not null))
        : [];

    /// <summary>The properties that have a value somewhere in an example.</summary>
    public static IEnumerable<(Type Type, string Property)> FilledIn(object? example, JsonTypeInfo root)
    {
        if (example is IEnumerable some and not string)
            return some.Cast<object?>().SelectMany(each => FilledIn(each, root));
        if (example is null || example.GetType().Assembly != typeof(StoredJson).Assembly) return [];
        var json = root.Options.GetTypeInfo(example.GetType());
        return WrittenOf(json)
            .Select(property => (property.Name, Value: property.Get!(example)))
            .Where(property => property.Value is not null)
            .SelectMany(property => FilledIn(property.Value, root).Prepend((json.Type, property.Name)));
    }
}
