using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using IntroBot.Coaching;
using IntroBot.Intros;
using IntroBot.Operations.Health;
using IntroBot.Platforms;
using IntroBot.Playground;
using IntroBot.Slack;
using IntroBot.Slack.BlockKit;
using IntroBot.Slack.Inbound;
using IntroBot.Slack.Install;
using IntroBot.Slack.SocketMode;
using IntroBot.Slack.WebApi;
using IntroBot.Storage.Commits;
using IntroBot.Storage.Export;
using IntroBot.Teams;
using IntroBot.Teams.AdaptiveCards;
using IntroBot.Teams.Connector;
using IntroBot.Teams.Graph;
using IntroBot.Teams.Inbound;

namespace IntroBot.Tests.Storage.Stored;

/// <summary>Whatever is kept has a written name, so that it can be renamed in the code and stays what it is in the store.</summary>
public sealed class StoredNamesTests
{
    /// <summary>Of these, everything is kept.</summary>
    private static readonly Type[] Kept =
    [
        typeof(StoredJson), typeof(ExportJson), typeof(FormerAnswerJson), typeof(InstallationJson), typeof(SlackProfileJson),
        typeof(FormerWordsJson), typeof(SlackPostedAnswerJson), typeof(TeamsProfileJson), typeof(TeamsPostedAnswerJson),
        typeof(TeamsArrivalJson), typeof(PlaygroundJsonContext),
    ];

    /// <summary>
    /// Of these, what is kept or comes back from a card is among the shapes; the rest is on its way to a platform, or comes from one.
    /// </summary>
    private static readonly Type[] PassedOn =
    [
        typeof(SlackPayloadJson), typeof(SlackApiJson), typeof(AdaptiveJsonContext), typeof(SocketJson), typeof(SlackAnswerJson),
        typeof(BlockKitJsonContext), typeof(InvokeJson), typeof(ActivityJson), typeof(GraphJson), typeof(OutboundJson), typeof(HealthJson),
    ];

    private static IEnumerable<JsonTypeInfo> Types =>
        StoredShapes.All.SelectMany(shape => StoredNames.TypesIn(shape.Json)).Distinct();

    [Fact]
    public void Of_every_context_is_known_whether_it_is_kept() => Assert.Equal(
        typeof(StoredJson).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(JsonSerializerContext))).OrderBy(type => type.FullName, StringComparer.Ordinal),
        Kept.Concat(PassedOn).OrderBy(type => type.FullName, StringComparer.Ordinal));

    [Fact]
    public void Everything_that_is_kept_is_among_the_shapes()
    {
        var roots = Kept.SelectMany(context => context.GetCustomAttributesData())
            .Where(attribute => attribute.AttributeType == typeof(JsonSerializableAttribute))
            .Select(attribute => (Type)attribute.ConstructorArguments[0].Value!);

        Assert.Empty(roots.Except(Types.Select(json => json.Type)));
    }

    [Fact]
    public void Every_property_that_is_kept_has_a_written_name()
    {
        var unnamed = from json in Types
                      from property in StoredNames.WrittenOf(json)
                      where !json.Type.GetProperties().Any(
                          each => each.GetCustomAttribute<JsonPropertyNameAttribute>(inherit: true)?.Name == property.Name)
                      select $"{json.Type.Name}.{property.Name}";

        Assert.Empty(unnamed);
    }

    [Fact]
    public void Every_property_that_is_kept_has_a_value_in_a_golden_file()
    {
        var filled = StoredShapes.All
            .SelectMany(shape => shape.Examples.SelectMany(example => StoredNames.FilledIn(example, shape.Json))).ToHashSet();

        Assert.Empty(
            from json in Types
            from property in StoredNames.WrittenOf(json)
            where !json.Type.IsAbstract && !filled.Contains((json.Type, property.Name))
            select $"{json.Type.Name}.{property.Name}");
    }

    [Fact]
    public void Every_enum_that_is_kept_has_a_golden_file_of_its_members() => Assert.Empty(
        Types.Select(json => json.Type).Where(type => type.IsEnum).Except(StoredShapes.All.Select(shape => shape.Json.Type)));

    [Fact]
    public void Every_member_of_an_enum_that_is_kept_by_name_has_a_written_name() => Assert.Empty(
        from json in Types
        where json.Type.IsEnum
        from member in json.Type.GetFields(BindingFlags.Public | BindingFlags.Static)
        let written = JsonSerializer.Serialize(member.GetValue(null), json)
        where written.StartsWith('"') && $"\"{member.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name}\"" != written
        select $"{json.Type.Name}.{member.Name}");

    [Fact]
    public void What_stands_in_a_key_or_in_the_log_is_called_as_it_is_in_a_row()
    {
        AreWrittenAs<TimerKind>(TimerNames.Of);
        AreWrittenAs<IntroStage>(StageNames.Of);
        AreWrittenAs<Outcome>(OutcomeNames.Of);
        AreWrittenAs<Purpose>(Purposes.Name);
    }

    private static void AreWrittenAs<T>(Func<T, string> name)
        where T : struct, Enum => Assert.All(
            Enum.GetValues<T>(),
            member => Assert.Equal(
                JsonSerializer.Serialize(member, StoredJson.Default.Options.GetTypeInfo(typeof(T))), $"\"{name(member)}\""));
}
