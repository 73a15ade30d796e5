using Azure.Core.Pipeline;
using IntroBot.Platforms;
using IntroBot.Storage;
using IntroBot.Storage.AzureTables;
using IntroBot.Storage.Sqlite;
using IntroBot.Storage.Tables;
using IntroBot.Storage.Work;
using IntroBot.Tests.Platforms;
using IntroBot.Tests.Storage.AzureTables;
using IntroBot.Tests.Storage.Scenes;
using IntroBot.Tests.Stories;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Storage.Commits;

/// <summary>A conflict is not a proof of losing: the write may be there, and its acknowledgement lost.</summary>
[Collection(nameof(Azurite))]
public sealed class LostAcknowledgementTests(Azurite azurite)
{
    [Theory]
    [InlineData("x|ev~")]
    [InlineData("x|propose~")]
    [InlineData("x|place~")]
    [InlineData("x|offer~")]
    [InlineData("x|act~")]
    [InlineData("x|delivered~")]
    [InlineData("x|told~")]
    [InlineData("x|thanks")]
    [InlineData("x|t~")]
    [InlineData("x|")]
    public Task Commits_that_look_like_conflicts_are_done_once_and_nobody_has_to_press_again(string operation) =>
        LiveAsync(call => call is { Kind: StoreCallKind.Write, Table: StoreKeys.Core } && call.Touches(operation));

    [Fact]
    public Task Due_rows_that_look_like_conflicts_are_there() =>
        LiveAsync(call => call is { Kind: StoreCallKind.Write, Table: StoreKeys.Due } && call.Changes[0] is RowChange.Put);

    /// <summary>
    /// The platform puts every message off once, past the grace of its due row; the second write to its row is the claim, and looks lost.
    /// </summary>
    [Fact]
    public Task A_message_whose_claim_looks_like_a_conflict_is_taken_up_again()
    {
        var written = new Dictionary<string, int>(StringComparer.Ordinal);
        return LiveAsync(
            call => call is { Kind: StoreCallKind.Write, Table: StoreKeys.Core, Changes: [RowChange.Replace { Row: var row }] }
                && row.StartsWith(StoreKeys.Outbox, StringComparison.Ordinal)
                && (written[row] = written.GetValueOrDefault(row) + 1) == 2,
            job =>
            {
                var refused = new HashSet<string>(StringComparer.Ordinal);
                job.Messenger.Answer =
                    envelope => refused.Add(envelope.MessageId) ? new SendResult<string>.RetryAfter(TimeSpan.FromMinutes(20)) : null;
            });
    }

    [Fact]
    public async Task On_azure_tables_every_fourth_answer_to_a_write_may_be_lost()
    {
        using var wire = new ResponseLosingHandler();
        using var transport = new HttpClientTransport(wire);
        var store = IsolatedTableStore.On(azurite, tables => new AzureTableStore(azurite.ConnectionString, transport, tables));
        await store.OpenAsync(CancellationToken.None);
        wire.Every = 4;

        var job = new MainJob(store, Faults.None);
        await job.LiveAsync();

        Assert.True(wire.Lost > 10, $"Only {wire.Lost} answers were lost.");
        Assert.Equal(0, job.Repeated);
        await job.EndedWellAsync(store, mostTwice: 0);
    }

    [Fact]
    public async Task On_azure_tables_chat_work_is_kept_and_done_once_though_every_answer_is_lost_once()
    {
        using var wire = new ResponseLosingHandler();
        using var transport = new HttpClientTransport(wire);
        var store = IsolatedTableStore.On(azurite, tables => new AzureTableStore(azurite.ConnectionString, transport, tables));
        await store.OpenAsync(CancellationToken.None);
        var clock = new FakeTimeProvider(Community.Monday);
        await using var instance = await WorkInstance.StartAsync(store, clock);
        wire.Every = 1;

        Assert.True(await instance.SayAsync("hello"));
        Assert.False(await instance.SayAsync("hello"));
        wire.Every = int.MaxValue;
        clock.Advance(Lease.Duration);
        await instance.LookAsync();

        Assert.Equal(["hello"], instance.Said);
        Assert.True(wire.Lost > 2, $"Only {wire.Lost} answers were lost.");
    }

    private static async Task LiveAsync(Func<StoreCall, bool> looksLost, Action<MainJob>? prepare = null)
    {
        var lost = 0;
        await using var memory = new SqliteTableStore($"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared", TableStores.Tables);
        await memory.OpenAsync(CancellationToken.None);
        var store = new NonClosingTableStore(memory);
        var job = new MainJob(store, new Faults((_, call) => looksLost(call) && ++lost > 0 ? Fault.SeemsInConflict : Fault.None));
        prepare?.Invoke(job);
        await job.LiveAsync();

        Assert.True(lost > 0);
        Assert.Equal(0, job.Repeated);
        await job.EndedWellAsync(store, mostTwice: 0);
    }

    /// <summary>
    /// Lets the server do its work and loses its first answer to every so manieth write; the client sends that one again by itself.
    /// </summary>
    private sealed class ResponseLosingHandler() : DelegatingHandler(new SocketsHttpHandler())
    {
        private readonly HashSet<string> seen = new(StringComparer.Ordinal);
        private readonly Lock gate = new();

        public int Every { get; set; } = int.MaxValue;

        public int Lost { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (request.Method != HttpMethod.Post || !IsLost(request.Headers.GetValues("x-ms-client-request-id").First())) return answer;
            answer.Dispose();
            throw new HttpRequestException("The answer is lost.");
        }

        private bool IsLost(string id)
        {
            lock (gate)
            {
                var isLost = seen.Add(id) && seen.Count % Every == 0;
                Lost += isLost ? 1 : 0;
                return isLost;
            }
        }
    }
}
