using System.Threading.Channels;
using IntroBot.Storage.Work.Due;
using IntroBot.Tests.Stories;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Storage.Work;

/// <summary>The work in the background while a platform takes its time with one message.</summary>
public sealed class HangingPlatformTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_platform_that_hangs_for_one_holds_up_no_moment_of_another()
    {
        var (clock, messenger, ended) = (new SignallingClock(), new FakeMessenger(), Channel.CreateUnbounded<Destination>());
        messenger.Answer = envelope =>
        {
            if (envelope.MessageId.Contains(".pause-ended", StringComparison.Ordinal)) ended.Writer.TryWrite(envelope.To);
            return null;
        };
        var gate = new GatedMessenger(messenger, envelope => envelope.MessageId.Contains(".offer.", StringComparison.Ordinal));
        await using var community = await Community.OpenAsync(clock: clock, messenger: messenger, wire: gate);
        var (wei, marcus) = (await community.GiverAsync("Wei Tan", "foam"), await community.GiverAsync("Marcus Reed", "foam"));
        await community.CommandAsync(wei, "pause 1d");
        await community.CommandAsync(marcus, "pause 2d");
        await community.GiverAsync("Grace Okafor", "supply chain");
        var asking = community.AskAsync(community.Person("Ava Stone"));
        await gate.Arrived;

        try
        {
            await community.The<DueDispatcher>().StartAsync(CancellationToken.None);
            await clock.RestsAsync();
            foreach (var giver in new[] { wei, marcus })
            {
                clock.Advance(TimeSpan.FromDays(1));
                await clock.RestsAsync();
                Assert.Equal(new Destination.Direct(giver.Ref), await ended.Reader.ReadAsync().AsTask().WaitAsync(Timeout));
            }
        }
        finally
        {
            gate.Open();
            await asking;
            await community.The<DueDispatcher>().StopAsync(CancellationToken.None);
        }
    }

    /// <summary>A clock that tells when somebody has begun to wait for it.</summary>
    private sealed class SignallingClock() : FakeTimeProvider(Community.Monday)
    {
        private readonly Channel<DateTimeOffset> rests = Channel.CreateUnbounded<DateTimeOffset>();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            rests.Writer.TryWrite(GetUtcNow());
            return timer;
        }

        public Task RestsAsync() => rests.Reader.ReadAsync().AsTask().WaitAsync(Timeout);
    }
}
