using IntroBot.Intros.Offers;
using IntroBot.Storage;
using IntroBot.Storage.Tables;
using IntroBot.Tests.Stories;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Storage.Scenes;

/// <summary>Several programs on one store, with one clock and one platform.</summary>
internal sealed class ProgramInstances : IAsyncDisposable
{
    private readonly List<Community> all = [];

    public FakeTimeProvider Clock { get; } = new(Community.Monday);

    public FakeMessenger Messenger { get; } = new();

    public Community this[int number] => all[number % all.Count];

    public static async Task<ProgramInstances> OpenAsync(int count, Func<ITableStore> store)
    {
        var instances = new ProgramInstances();
        for (var number = 0; number < count; number++)
        {
            instances.all.Add(await Community.OpenAsync(store(), instances.Clock, instances.Messenger));
        }

        return instances;
    }

    /// <summary>Lets time pass; all of them look at what is due at once.</summary>
    public async Task PassAsync(TimeSpan time, TimeSpan step)
    {
        await SettleAsync();
        for (var left = time; left > TimeSpan.Zero; left -= step)
        {
            Clock.Advance(step);
            await Task.WhenAll(all.Select(each => Task.Run(() => each.The<IDueWork>().RunAsync(CancellationToken.None))));
            await SettleAsync();
        }
    }

    public async Task SettleAsync()
    {
        foreach (var each in all) await each.SettleAsync();
    }

    /// <summary>
    /// Whatever was pressed by whom: one connection for a yes and none without, no giver kept busy, nothing sent twice or left over.
    /// </summary>
    public async Task EndedWellAsync(IEnumerable<IntroId> intros, IEnumerable<Person> givers)
    {
        foreach (var id in intros)
        {
            var intro = (await this[0].Intros.FindAsync(this[0].Workspace, id, CancellationToken.None))!;
            var yes = intro.Offers.Count(offer => offer.Status == OfferStatus.Accepted);
            Assert.InRange(yes, 0, 1);
            Assert.Equal(yes, Messenger.Delivered.Count(
                envelope => envelope.To is Destination.Meeting && envelope.MessageId.Contains(id.Value, StringComparison.Ordinal)));
            Assert.DoesNotContain(intro.Offers, offer => offer.Status is OfferStatus.Proposed or OfferStatus.Open);
        }

        foreach (var giver in givers)
        {
            Assert.Null((await this[0].Givers.FindAsync(giver.Ref, CancellationToken.None))!.OpenSlot);
        }

        Assert.Equal(Messenger.Delivered.Count, Messenger.Delivered.DistinctBy(envelope => envelope.MessageId).Count());
        var core = await MainJobAssertions.RowsAsync(this[0].Tables, StoreKeys.Core);
        Assert.DoesNotContain(core, row => row.Row.StartsWith(StoreKeys.Outbox, StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var each in all) await each.DisposeAsync();
    }
}
