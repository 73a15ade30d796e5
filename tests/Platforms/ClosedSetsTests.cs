using IntroBot.Conversation;
using IntroBot.Platforms;
using IntroBot.Storage.Work;
using IntroBot.Tests.Playground;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Platforms;

/// <summary>Every case of what is routed and decided on has a way; a new one without fails here.</summary>
public sealed class ClosedSetsTests : StoryTests
{
    public static TheoryData<Interaction> Interactions => [.. Samples.CasesOf<Interaction>()];

    public static TheoryData<Outgoing> Messages => [.. Samples.CasesOf<Outgoing>()];

    public static TheoryData<SendResult<string>> Results => [.. Samples.CasesOf<SendResult<string>>()];

    public static TheoryData<Destination> Destinations => [.. Samples.CasesOf<Destination>()];

    [Theory, MemberData(nameof(Interactions))]
    public async Task Every_interaction_is_answered(Interaction interaction) =>
        Assert.NotNull(await Community.The<Dispatcher>().DispatchAsync(interaction, CancellationToken.None));

    [Theory, MemberData(nameof(Messages))]
    public void Every_message_and_effect_is_stored_and_read_again(Outgoing outgoing) =>
        Assert.Equal(OutgoingRecord.Of(outgoing), OutgoingRecord.Of(OutgoingRecord.Of(outgoing).ToOutgoing()), Same);

    [Theory, MemberData(nameof(Messages))]
    public async Task Every_effect_is_run(Outgoing outgoing)
    {
        if (outgoing is Outgoing.Notice)
        {
            return;
        }

        var intro = await Community.AskAsync(Community.Person("Ava Stone"));
        await Community.The<IEffects>().RunAsync(outgoing, intro, CancellationToken.None);
    }

    [Theory, MemberData(nameof(Results))]
    public void Every_end_of_a_call_stays_what_it_is_for_another_value(SendResult<string> result) =>
        Assert.Equal(result.GetType().Name, result.Map(value => value.Length).GetType().Name);

    [Theory, MemberData(nameof(Destinations))]
    public void Every_destination_is_for_somebody(Destination to) => Assert.NotEmpty(to.People);

    private static bool Same(OutgoingRecord one, OutgoingRecord other) =>
        one.GetType() == other.GetType()
        && (one.Id, one.NotBefore) == (other.Id, other.NotBefore)
        && one.People.SequenceEqual(other.People);
}
