using System.Reflection;
using System.Runtime.CompilerServices;
using IntroBot.Tests.Layout;

namespace IntroBot.Tests.Golden;

/// <summary>A static member of the bot that makes a card or a form, and what it makes, where it needs nothing for that.</summary>
internal sealed record CardMaker(string Name, object? Made)
{
    /// <summary>Whether it makes the sample of this name, which is its own or begins with it.</summary>
    public bool IsOf(string sample) => sample == Name || sample.StartsWith($"{Name}.", StringComparison.Ordinal);
}

/// <summary>Every static member of the bot that makes a card or a form for others than its own class, in whatever room.</summary>
internal static class CardMakers
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Rooms that draw in their own way: their cards are drawn by no other, and their names begin with the room's.</summary>
    public static IReadOnlyList<string> Edges { get; } = ["Slack", "Teams", "Playground"];

    public static IReadOnlyList<CardMaker> All { get; } = [.. typeof(Card).Assembly.GetTypes().SelectMany(Of)];

    /// <summary>Whether something of this name is drawn by this edge.</summary>
    public static bool IsDrawnBy(string edge, string name) =>
        Edges.All(other => other == edge || !name.StartsWith($"{other}.", StringComparison.Ordinal));

    /// <summary>The makers in a class; a card that makes itself is a beginning, and what the compiler adds is nobody's.</summary>
    public static IEnumerable<CardMaker> Of(Type type) =>
        type == typeof(Card) || type == typeof(Form) || type.IsDefined(typeof(CompilerGeneratedAttribute))
            ? []
            : type.GetMethods(Static).Where(method => IsForOthers(method) && Makes(method.ReturnType)).Select(MakerOf)
                .Concat(type.GetFields(Static).Where(field => !field.IsPrivate && Makes(field.FieldType)).Select(MakerOf));

    private static bool IsForOthers(MethodInfo method) =>
        !method.IsPrivate && (method.IsSpecialName || !method.IsDefined(typeof(CompilerGeneratedAttribute)));

    private static bool Makes(Type type) =>
        type == typeof(Card) || type == typeof(Form) || type.IsGenericType && type.GetGenericArguments().Any(Makes);

    private static CardMaker MakerOf(MethodInfo method) => new(
        NameOf(method, method.Name.Replace("get_", "", StringComparison.Ordinal)),
        method.GetParameters().Length == 0 ? method.Invoke(null, null) : null);

    private static CardMaker MakerOf(FieldInfo field) => new(NameOf(field, field.Name), field.GetValue(null));

    private static string NameOf(MemberInfo member, string name)
    {
        var (type, room) = (member.DeclaringType!.Name, Rooms.Of(member.DeclaringType.FullName!));
        return Edges.Contains(room) ? $"{room}.{type}.{name}" : $"{type}.{name}";
    }
}
