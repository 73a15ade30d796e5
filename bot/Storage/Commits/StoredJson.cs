using IntroBot.Givers;
using IntroBot.Intros;
using IntroBot.Stewards;
using IntroBot.Storage.Work;
using IntroBot.Storage.Work.Due;

namespace IntroBot.Storage.Commits;

/// <summary>How states and rows are serialized as JSON; a missing property reads as its default, so old rows stay readable.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(Intro))]
[JsonSerializable(typeof(Giver))]
[JsonSerializable(typeof(WorkspaceSettings))]
[JsonSerializable(typeof(OutboxRecord))]
[JsonSerializable(typeof(DueRecord))]
[JsonSerializable(typeof(LogEntry))]
internal sealed partial class StoredJson : JsonSerializerContext;
