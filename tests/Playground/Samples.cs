using System.Reflection;

namespace IntroBot.Tests.Playground;

/// <summary>Makes one of anything the chat language has, with hostile words in every place that takes words.</summary>
public static class Samples
{
    public const string Hostile = "<script>alert('1')</script> \" onload=\"x\" & \u202Egnp.exe ';--";

    public static IEnumerable<T> CasesOf<T>() => typeof(T).GetNestedTypes(BindingFlags.Public)
        .Select(type => type.ContainsGenericParameters ? type.MakeGenericType(typeof(T).GetGenericArguments()) : type)
        .Where(type => type.IsSubclassOf(typeof(T)))
        .Select(type => (T)Make(type, ""));

    private static object Make(Type type, string name) => type switch
    {
        _ when type == typeof(string) => name switch
        {
            "TimeZone" => "Europe/Berlin",
            "Action" => ActionIds.Help,
            "Id" => "sample",
            _ => Hostile,
        },
        _ when type == typeof(int) => 7,
        _ when type == typeof(WorkspaceId) => new WorkspaceId("home"),
        _ when type == typeof(FormAnswers) => FormAnswers.Empty,
        _ when type == typeof(TimeSpan) => TimeSpan.FromMinutes(1),
        _ when type == typeof(bool) => true,
        _ when type == typeof(Uri) => new Uri("https://example.org/?a=1&b=\"2\""),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 11, 24, 13, 5, 0, TimeSpan.Zero),
        _ when type == typeof(ImmutableDictionary<string, string>) => ImmutableDictionary<string, string>.Empty.Add("sample", Hostile),
        _ when type.IsEnum => Enum.GetValues(type).GetValue(0)!,
        _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) =>
            Many(type.GetGenericArguments()[0], name),
        _ when type.IsAbstract => Make(type.GetNestedTypes().First(nested => nested.IsSubclassOf(type)), ""),
        _ when Nullable.GetUnderlyingType(type) is { } inner => Make(inner, name),
        _ => Record(type),
    };

    private static object Record(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(one => one.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Make(parameter.ParameterType, parameter.Name!))]);
    }

    private static object Many(Type of, string name) => typeof(Samples)
        .GetMethod(nameof(ArrayOf), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(of).Invoke(null, [Make(of, name)])!;

    private static ImmutableArray<T> ArrayOf<T>(T item) => [item];
}
