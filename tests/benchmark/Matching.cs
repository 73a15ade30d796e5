using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using IntroBot.Chat.Interactions;
using IntroBot.Coaching;
using IntroBot.Givers;
using IntroBot.Matching;
using IntroBot.Storage;
using IntroBot.Storage.Commits;
using IntroBot.Storage.Sqlite;
using IntroBot.Storage.Tables;
using Microsoft.Data.Sqlite;

namespace IntroBot.Benchmark;

/// <summary>
/// Finding the best givers for an ask of six topics: the bot's own search in its store, a scan over all givers held as objects, and
/// SQLite's full-text search. Each giver lists eight of five thousand topics, some far more often than others.
/// </summary>
internal static class Matching
{
    private const int Topics = 5_000;
    private const int TopicsOfGiver = 8;
    private const int TopicsOfAsk = 6;
    private const int Asks = 15;
    private const int MaxRows = 100;

    private static readonly WorkspaceId Workspace = new("measured");
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    public static async Task MeasureAsync(int most)
    {
        Console.WriteLine("\nmatching an ask of six topics, median of 15 asks          givers   IntroBot ms    scan ms    FTS5 ms");
        for (var givers = 1_000; givers <= most; givers *= 10)
        {
            var everybody = People(givers);
            var (store, scan, fts) = (await StoreAsync(everybody), Timed(ask => Scanned(everybody, ask)), FullText(everybody));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {"",-54} {givers,8} {store,13:F2} {scan,10:F2} {fts,10:F2}"));
        }
    }

    private static Giver[] People(int count)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(number =>
        {
            var person = new Person(new PersonRef(Workspace, $"p{number}"), $"Person {number}", "Etc/UTC", "en");
            return Giver.Unknown(person) with
            {
                OptedIn = true,
                Profile = Giver.Unknown(person).Profile with { Topics = Tags(random, TopicsOfGiver) },
            };
        })];
    }

    /// <summary>Common topics far more often than rare ones.</summary>
    private static ImmutableArray<string> Tags(Random random, int count)
    {
        var tags = new HashSet<string>();
        while (tags.Count < count) tags.Add($"topic{(int)(Topics * Math.Pow(random.NextDouble(), 2))}");
        return [.. tags];
    }

    private static Ask NewAsk(int seed) => new() { Who = "somebody", Topics = Tags(new Random(seed), TopicsOfAsk) };

    private static double Timed(Action<Ask> find) => Numbers.Median(Enumerable.Range(0, Asks).Select(seed =>
    {
        var ask = NewAsk(1000 + seed);
        var began = Stopwatch.GetTimestamp();
        find(ask);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }));

    private static void Scanned(Giver[] everybody, Ask ask)
    {
        var listed = ask.Topics.ToDictionary(
            IndexKey.Of, topic => everybody.Count(giver => giver.Profile.Topics.Contains(topic)), StringComparer.Ordinal);
        _ = Ranking.Order(ask, everybody, listed, Now).Take(5).ToArray();
    }

    private static async Task<double> StoreAsync(Giver[] everybody)
    {
        var (name, clock) = ($"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared", new Still());
        await using var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock)
            .AddStorage(_ => new SqliteTableStore(name, TableStores.Tables)).AddStories().BuildServiceProvider();
        var tables = services.GetRequiredService<ITableStore>();
        await tables.OpenAsync(CancellationToken.None);
        await FillAsync(tables, everybody);
        var finder = services.GetRequiredService<GiverFinder>();
        var asker = new Person(new PersonRef(Workspace, "asker"), "Asker", "Etc/UTC", "en");
        var times = new List<double>();
        for (var seed = 0; seed < Asks; seed++)
        {
            var ask = NewAsk(1000 + seed);
            var began = Stopwatch.GetTimestamp();
            var found = await finder.FindAsync(asker, ask, [], $"ask {seed}", CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            if (found.IsEmpty) throw new InvalidOperationException("Nobody was found.");
        }

        return Numbers.Median(times);
    }

    /// <summary>The rows that opting in leaves behind, a hundred at a time.</summary>
    private static async Task FillAsync(ITableStore tables, Giver[] everybody)
    {
        foreach (var giver in everybody)
        {
            await tables.WriteAsync(
                StoreKeys.Core, StoreKeys.Person(giver.Person.Ref),
                [new RowChange.Put(StoreKeys.Root, JsonColumns.OfRoot(giver, StoredJson.Default.Giver, version: 1, []))],
                CancellationToken.None);
        }

        foreach (var term in everybody.SelectMany(giver => giver.Profile.Topics.Select(topic => (Topic: topic, giver.Person.Ref)))
            .GroupBy(each => each.Topic, each => each.Ref))
        {
            foreach (var rows in term.Chunk(MaxRows))
            {
                var changes = rows.Select(who => (RowChange)new RowChange.Put(
                    StoreKeys.Who(who),
                    new Dictionary<string, string> { ["Person"] = who.Id, ["Term"] = IndexKey.Of(term.Key) })).ToArray();
                await tables.WriteAsync(
                    StoreKeys.Core, StoreKeys.IndexKey(Workspace, IndexKey.Of(term.Key)), changes, CancellationToken.None);
            }
        }
    }

    private static double FullText(Giver[] everybody)
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Run("CREATE VIRTUAL TABLE givers USING fts5(person UNINDEXED, topics)");
        using (var together = connection.BeginTransaction())
        {
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO givers VALUES ($person, $topics)";
            var (person, topics) = (insert.Parameters.Add("$person", SqliteType.Text), insert.Parameters.Add("$topics", SqliteType.Text));
            foreach (var giver in everybody)
            {
                (person.Value, topics.Value) = (giver.Person.Ref.Id, string.Join(' ', giver.Profile.Topics));
                insert.ExecuteNonQuery();
            }

            together.Commit();
        }

        return Timed(ask =>
        {
            using var query = connection.CreateCommand();
            query.CommandText = "SELECT person FROM givers WHERE topics MATCH $wanted ORDER BY rank LIMIT 5";
            query.Parameters.AddWithValue("$wanted", string.Join(" OR ", ask.Topics));
            using var rows = query.ExecuteReader();
            while (rows.Read()) _ = rows.GetString(0);
        });

        void Run(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    /// <summary>A Monday morning that does not pass.</summary>
    private sealed class Still : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
