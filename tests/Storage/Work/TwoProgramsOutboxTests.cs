using IntroBot.Storage;
using IntroBot.Storage.Sqlite;
using IntroBot.Storage.Tables;
using IntroBot.Storage.Work;
using IntroBot.Tests.Storage.Commits;
using IntroBot.Tests.Storage.Scenes;
using IntroBot.Tests.Stories;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Storage.Work;

/// <summary>Two programs on one store, of which one waits for a slow platform.</summary>
public sealed class TwoProgramsOutboxTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(Community.Monday);
    private readonly FakeMessenger messenger = new();
    private readonly SqliteTableStore memory = new($"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared", TableStores.Tables);
    private GatedMessenger gate = null!;
    private Community slow = null!, other = null!;
    private Person ava = null!, grace = null!;

    public async ValueTask InitializeAsync()
    {
        gate = new GatedMessenger(
            messenger, envelope => envelope.MessageId.Contains(".offer.", StringComparison.Ordinal) && envelope.Replaces is null);
        await memory.OpenAsync(CancellationToken.None);
        slow = await Community.OpenAsync(new NonClosingTableStore(memory), clock, messenger, gate);
        other = await Community.OpenAsync(new NonClosingTableStore(memory), clock, messenger);
        ava = slow.Person("Ava Stone", "Europe/Berlin");
        grace = await slow.GiverAsync("Grace Okafor", "supply chain, sourcing", "Africa/Lagos");
    }

    [Fact]
    public async Task A_card_changes_only_after_it_has_arrived()
    {
        var asking = slow.AskAsync(ava);
        await gate.Arrived;
        var intro = Assert.Single(await other.IntrosOfAsync(ava));
        await other.PressAsync(ava, new CardButton(ActionIds.Withdraw, intro.Id.Value, ""));
        await other.SettleAsync();
        Assert.Empty(messenger.Delivered);

        gate.Open();
        await asking;
        clock.Advance(TimeSpan.FromSeconds(15));
        await other.The<IDueWork>().RunAsync(CancellationToken.None);
        await other.SettleAsync();
        Assert.Equal([null, $"receipt-of-{messenger.Delivered[0].MessageId}"], messenger.Delivered.Select(envelope => envelope.Replaces));
        Assert.Empty(Assert.Single(messenger.ChatOf(grace.Ref)).Buttons);
    }

    [Fact]
    public async Task A_card_that_arrives_right_after_a_look_still_changes()
    {
        var asking = slow.AskAsync(ava);
        await gate.Arrived;
        var intro = Assert.Single(await other.IntrosOfAsync(ava));

        // The receipt is written right after the other program has seen that it is still under way.
        var looked = 0;
        var hooked = new HookedTableStore(new NonClosingTableStore(memory), after: async call =>
        {
            if (call.Row.StartsWith(StoreKeys.Message("offer"), StringComparison.Ordinal) && looked++ == 0)
            {
                gate.Open();
                await slow.SettleAsync();
            }
        });
        await using var third = await Community.OpenAsync(hooked, clock, messenger);
        await third.PressAsync(ava, new CardButton(ActionIds.Withdraw, intro.Id.Value, ""));
        await third.SettleAsync();
        await asking;
        clock.Advance(TimeSpan.FromSeconds(15));
        await third.The<IDueWork>().RunAsync(CancellationToken.None);
        await third.SettleAsync();

        Assert.Equal(1, looked);
        Assert.Empty(Assert.Single(messenger.ChatOf(grace.Ref)).Buttons);
    }

    /// <summary>Between the moment a question is stored and its departure the asker tells the outcome, on another program.</summary>
    [Theory]
    [InlineData(1, new[] { "how.1", "how-over.1.told-Met" })]
    [InlineData(3, new string[0])]
    public async Task Words_leave_by_the_newest_state_unless_it_was_stored_here_a_moment_ago(int seconds, string[] sent)
    {
        gate.Open();
        var intro = await slow.AskAsync(ava);
        await slow.PressAsync(grace, "Yes, connect us");
        await slow.PassAsync(TimeSpan.FromDays(2));
        var hooked = new HookedTableStore(new NonClosingTableStore(memory), after: async call =>
        {
            if (call is { Kind: StoreCallKind.Write, Table: StoreKeys.Core }
                && call.Changes.Any(change => change is RowChange.Insert { Row: "!m|how.1" }))
            {
                await other.PressAsync(ava, new CardButton(ActionIds.Met, intro.Id.Value, ""));
                await other.SettleAsync();
                clock.Advance(TimeSpan.FromSeconds(seconds));
            }
        });
        await using var third = await Community.OpenAsync(hooked, clock, messenger);
        await third.PassAsync(TimeSpan.FromDays(1.5));

        Assert.Equal(sent, messenger.Delivered.Select(envelope => envelope.MessageId.Split('.', 4)[3])
            .Where(id => id.StartsWith("how", StringComparison.Ordinal)));
        Assert.DoesNotContain(messenger.ChatOf(ava.Ref), card => card.Buttons.Any(button => button.Action == ActionIds.Met));
    }

    [Fact]
    public async Task What_waited_longer_than_its_lease_is_sent_by_whoever_took_it_up_and_by_nobody_else()
    {
        var asking = slow.AskAsync(ava);
        await gate.Arrived;
        var intro = Assert.Single(await other.IntrosOfAsync(ava));

        // The yes is committed by the program whose lane is blocked, and waits there behind the offer.
        await slow.PressAsync(grace, new CardButton(ActionIds.AcceptOffer, $"{intro.Id}|{intro.Current!.Id}", ""));
        clock.Advance(TimeSpan.FromSeconds(20));
        await other.The<IDueWork>().RunAsync(CancellationToken.None);
        await other.SettleAsync();
        Assert.Single(messenger.MeetingOf(ava.Ref, grace.Ref));

        gate.Open();
        await asking;
        Assert.Single(messenger.Delivered, envelope => envelope.To is Destination.Meeting);
        await slow.PassAsync(TimeSpan.FromHours(1));
        Assert.DoesNotContain(
            await MainJobAssertions.RowsAsync(memory, StoreKeys.Core),
            row => row.Row.StartsWith(StoreKeys.Outbox, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_arrives_while_another_program_takes_it_up_is_not_sent_again()
    {
        var asking = slow.AskAsync(ava);
        await gate.Arrived;

        // The lease is over and the other program has just claimed the offer when it arrives after all.
        var hooked = new HookedTableStore(new NonClosingTableStore(memory), after: async call =>
        {
            if (call is { Kind: StoreCallKind.Write, Table: StoreKeys.Core, Changes: [RowChange.Replace] } && call.Touches("!m|offer"))
            {
                gate.Open();
                await slow.SettleAsync();
            }
        });
        await using var third = await Community.OpenAsync(hooked, clock, messenger);
        clock.Advance(TimeSpan.FromSeconds(20));
        await third.The<IDueWork>().RunAsync(CancellationToken.None);
        await asking;

        Assert.Single(messenger.Delivered);
    }

    [Fact]
    public async Task What_one_program_is_delivering_is_left_alone_by_the_other()
    {
        var asking = slow.AskAsync(ava);
        await gate.Arrived;
        clock.Advance(TimeSpan.FromSeconds(19));
        await other.The<IDueWork>().RunAsync(CancellationToken.None);
        Assert.Empty(messenger.Delivered);

        gate.Open();
        await asking;
        Assert.Single(messenger.Delivered);
    }

    [Fact]
    public async Task A_stop_waits_for_what_was_acknowledged_and_for_what_follows_from_it()
    {
        var asking = slow.AskAsync(ava);
        await gate.Arrived;
        var intro = Assert.Single(await other.IntrosOfAsync(ava));
        await slow.PressAsync(grace, new CardButton(ActionIds.AcceptOffer, $"{intro.Id}|{intro.Current!.Id}", ""));
        var stopping = slow.The<OutboxPump>().StopAsync(CancellationToken.None);
        Assert.False(stopping.IsCompleted);

        // The word to the asker is committed only when the connection is there, long after the stop began.
        gate.Open();
        await stopping;
        await asking;
        Assert.Contains(messenger.Delivered, envelope => envelope.MessageId.EndsWith(".said-yes", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        gate.Open();
        await slow.DisposeAsync();
        await other.DisposeAsync();
        await memory.DisposeAsync();
    }
}
