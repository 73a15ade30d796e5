using System.Runtime.CompilerServices;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using IntroBot.Storage.Tables;

namespace IntroBot.Storage.AzureTables;

/// <summary>The store for many instances at once: Azure Table Storage, one entity-group transaction per write.</summary>
/// <remarks>
/// The client retries by itself when a response is lost, and then conflicts with its own first attempt: such a write ends as
/// <see cref="WriteResult.Conflict"/> although it is stored. A commit detects this by a row that only it writes.
/// </remarks>
public sealed class AzureTableStore : ITableStore
{
    private const int MaxPageSize = 1000;
    private readonly TableServiceClient service;
    private readonly Dictionary<string, TableClient> clients;
    private readonly string account;

    public AzureTableStore(string connectionString, params IEnumerable<string> tables)
        : this(connectionString, new StoreClock(TimeProvider.System), tables) { }

    /// <summary>Measures the clock of the account with <paramref name="clock"/>.</summary>
    public AzureTableStore(string connectionString, StoreClock clock, params IEnumerable<string> tables)
        : this(new TableServiceClient(connectionString, Options(clock)), tables) { }

    /// <summary>As above, with a managed identity.</summary>
    public AzureTableStore(Uri endpoint, TokenCredential credential, StoreClock clock, params IEnumerable<string> tables)
        : this(new TableServiceClient(endpoint, credential, Options(clock)), tables) { }

    /// <summary>For tests that lose, delay or forge responses.</summary>
    internal AzureTableStore(string connectionString, HttpPipelineTransport transport, params IEnumerable<string> tables)
        : this(new TableServiceClient(connectionString, Options(new StoreClock(TimeProvider.System), transport)), tables) { }

    private AzureTableStore(TableServiceClient service, IEnumerable<string> tables)
    {
        this.service = service;
        account = service.Uri.GetLeftPart(UriPartial.Path);
        clients = tables.ToDictionary(table => table, table =>
        {
            TableLimits.CheckTable(table);
            return service.GetTableClient(table);
        });
    }

    public async Task OpenAsync(CancellationToken token)
    {
        foreach (var table in clients.Keys)
            await TranslateErrorsAsync(() => CreateIfMissingAsync(table, token), token);
    }

    public async Task<TableRow?> FindAsync(string table, string partition, string row, CancellationToken token)
    {
        var client = Client(table);
        TableLimits.CheckKey(partition);
        TableLimits.CheckKey(row);
        var found = await TranslateErrorsAsync(
            () => client.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: token), token);
        return found.HasValue ? AzureRows.Read(found.Value!) : null;
    }

    public async Task<IReadOnlyList<TableRow>> RangeAsync(
        string table, string partition, string from, string before, int most, CancellationToken token)
    {
        var client = Client(table);
        TableLimits.CheckKey(partition);
        TableLimits.CheckRange(from, before, most);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {before}");
        var rows = new List<TableRow>();
        await foreach (var page in PagesAsync(client, filter, Math.Min(most, MaxPageSize), token))
        {
            rows.AddRange(page.Take(most - rows.Count).Select(AzureRows.Read));
            if (rows.Count == most) break;
        }
        return rows;
    }

    public async Task<WriteResult> WriteAsync(string table, string partition, IReadOnlyList<RowChange> changes, CancellationToken token)
    {
        var client = Client(table);
        TableLimits.CheckWrite(table, partition, changes);
        var etags = Enumerable.Repeat("", changes.Count).ToArray();
        var sent = Enumerable.Range(0, changes.Count).ToList();
        while (sent.Count > 0)
        {
            try
            {
                var responses = await TranslateErrorsAsync(
                    () => client.SubmitTransactionAsync(sent.Select(at => AzureRows.Action(partition, changes[at])), token), token);
                for (var at = 0; at < sent.Count; at++) etags[sent[at]] = responses.Value[at].Headers.ETag?.ToString() ?? "";
                break;
            }
            catch (TableTransactionFailedException conflict) when (AzureErrors.Unavailable(conflict) is not null)
            {
                var at = AzureErrors.Unavailable(conflict)!.Value;
                var change = changes[sent[at]];
                if (change is not RowChange.Delete { ETag: null }) return new WriteResult.Conflict(change.Row);
                // Azure fails the whole transaction when a row to delete is missing. Its absence is the aim, so retry without it.
                sent.RemoveAt(at);
            }
        }
        return new WriteResult.Written(etags);
    }

    public Task<WriteResult> WriteAllAsync(IReadOnlyList<PartitionWrite> writes, CancellationToken token) =>
        PartitionWrite.InOrderAsync(this, writes, token);

    public async IAsyncEnumerable<TableRow> ScanAsync(string table, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var page in PagesAsync(Client(table), null, MaxPageSize, token))
            foreach (var entity in page)
                yield return AzureRows.Read(entity);
    }

    /// <summary>Follows every continuation token; an empty page may not be the last.</summary>
    private async IAsyncEnumerable<IReadOnlyList<TableEntity>> PagesAsync(
        TableClient client, string? filter, int size, [EnumeratorCancellation] CancellationToken token)
    {
        await using var pages = client.QueryAsync<TableEntity>(filter, size, cancellationToken: token).AsPages().GetAsyncEnumerator(token);
        while (await TranslateErrorsAsync(() => pages.MoveNextAsync().AsTask(), token)) yield return pages.Current.Values;
    }

    /// <summary>The library's own <c>CreateTableIfNotExists</c> builds its request by reflection, which a native program lacks.</summary>
    private async Task<bool> CreateIfMissingAsync(string table, CancellationToken token)
    {
        try
        {
            await service.CreateTableAsync(table, token);
            return true;
        }
        catch (RequestFailedException exists) when (exists.ErrorCode == TableErrorCode.TableAlreadyExists)
        {
            return false;
        }
    }

    private TableClient Client(string table) => clients.TryGetValue(table, out var client)
        ? client
        : throw new ArgumentException($"The store has no table '{table}'.");

    private async Task<T> TranslateErrorsAsync<T>(Func<Task<T>> call, CancellationToken token)
    {
        try
        {
            return await call();
        }
        catch (Exception failure) when (AzureErrors.IsAzureError(failure, token))
        {
            throw AzureErrors.Describe(account, failure);
        }
    }

    /// <summary>The default timeout is 100 seconds; Slack waits three.</summary>
    private static TableClientOptions Options(StoreClock clock, HttpPipelineTransport? transport = null)
    {
        var options = new TableClientOptions();
        options.AddPolicy(new AzureClock(clock), HttpPipelinePosition.PerRetry);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(5);
        options.Retry.MaxRetries = 2;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        if (transport is not null) options.Transport = transport;
        return options;
    }
}
