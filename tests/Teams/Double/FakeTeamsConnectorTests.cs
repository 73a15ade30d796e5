using System.Net.Http.Headers;
using IntroBot.Teams.Connector;
using IntroBot.Teams.Inbound;

namespace IntroBot.Tests.Teams.Double;

/// <summary>The double of the connector refuses what Teams refuses: a bot that gets by here is not to be surprised there.</summary>
public sealed class FakeTeamsConnectorTests : IAsyncDisposable
{
    private static readonly string Hello = OutboundActivity.Of(Card.Titled($"Hello")).Write();

    private readonly HttpClient wire = new();
    private FakeTeams? teams;

    [Fact]
    public async Task A_token_opens_only_what_it_was_given_out_for()
    {
        var (ava, _) = await OpenAsync();
        var (genuine, foreign) = (Token, teams!.Tokens.Issue("https://graph.microsoft.com/.default"));

        Assert.Equal((201, ""), await CallAsync(HttpMethod.Post, Activities(ava.Chat), Hello, genuine));
        Assert.Equal((401, "Unauthorized"), await CallAsync(HttpMethod.Post, Activities(ava.Chat), Hello, foreign));
        Assert.Equal((401, "Unauthorized"), await CallAsync(HttpMethod.Post, Activities(ava.Chat), Hello, ""));
        teams.Tokens.RevokeAll();
        Assert.Equal((401, "Unauthorized"), await CallAsync(HttpMethod.Post, Activities(ava.Chat), Hello, genuine));
    }

    [Fact]
    public async Task Nobody_is_written_to_who_did_not_let_the_bot_in()
    {
        var (ava, crew) = await OpenAsync();
        var noor = ava.Tenant.AddPerson("Noor Haddad");

        Assert.Equal((403, "BotNotInConversationRoster"), await CallAsync(HttpMethod.Post, Activities(noor.Chat), Hello));
        Assert.Equal(
            (403, "ForbiddenOperationException"), await CallAsync(HttpMethod.Post, "conversations", Chat(noor.Account, ava.Tenant.Id)));
        ava.IsBlocking = true;
        Assert.Equal((403, "ConversationBlockedByUser"), await CallAsync(HttpMethod.Post, Activities(ava.Chat), Hello));
        crew.IsGone = true;
        Assert.Equal((404, "ConversationNotFound"), await CallAsync(HttpMethod.Post, Activities(crew), Hello));
    }

    [Fact]
    public async Task A_chat_is_of_one_person_in_their_own_tenant_and_a_group_is_not_to_be_had()
    {
        var (ava, _) = await OpenAsync();
        var two = $$"""{"isGroup":false,"members":[{"id":"{{ava.Account}}"},{"id":"29:other"}],"tenantId":"{{ava.Tenant.Id}}"}""";

        Assert.Equal((201, ""), await CallAsync(HttpMethod.Post, "conversations", Chat(ava.Account, ava.Tenant.Id)));
        Assert.Equal(
            (400, "BadSyntax"), await CallAsync(HttpMethod.Post, "conversations", Chat(ava.Account, Guid.NewGuid().ToString("D"))));
        Assert.Equal((400, "BadSyntax"), await CallAsync(HttpMethod.Post, "conversations", two));
        Assert.Equal(
            (400, "BadSyntax"), await CallAsync(HttpMethod.Post, "conversations", two.Replace("false", "true", StringComparison.Ordinal)));
        Assert.Equal((400, "BadArgument"), await CallAsync(HttpMethod.Post, "conversations", Chat("29:made-up", ava.Tenant.Id)));
    }

    [Fact]
    public async Task Words_for_one_pair_of_eyes_name_them_once_and_never_again()
    {
        var (ava, crew) = await OpenAsync();
        var forAva = OutboundActivity.Of(Card.Titled($"Hello")) with
        {
            Recipient = new ChannelAccount { Id = ava.Account, IsTargeted = true },
        };
        var privately = $"{Activities(crew)}?isTargetedActivity=true";

        Assert.Equal((400, "BadArgument"), await CallAsync(HttpMethod.Post, privately, Hello));
        Assert.Equal(
            (400, "BadArgument"), await CallAsync(HttpMethod.Post, $"{Activities(ava.Chat)}?isTargetedActivity=true", forAva.Write()));
        Assert.Equal((201, ""), await CallAsync(HttpMethod.Post, privately, forAva.Write()));
        var said = $"{Activities(crew)}/{crew.Last.Id}";
        Assert.Equal((400, "BadArgument"), await CallAsync(HttpMethod.Put, $"{said}?isTargetedActivity=true", forAva.Write()));
        Assert.Equal((404, "ActivityNotFoundInConversation"), await CallAsync(HttpMethod.Put, said, Hello));
        Assert.Equal((200, ""), await CallAsync(HttpMethod.Put, $"{said}?isTargetedActivity=true", Hello));
    }

    [Fact]
    public async Task A_message_is_taken_away_once_and_a_reply_needs_one_that_is_there()
    {
        var (ava, _) = await OpenAsync();
        await CallAsync(HttpMethod.Post, Activities(ava.Chat), Hello);
        var said = $"{Activities(ava.Chat)}/{ava.Chat.Last.Id}";

        Assert.Equal((201, ""), await CallAsync(HttpMethod.Post, said, Hello));
        Assert.Equal((200, ""), await CallAsync(HttpMethod.Delete, said));
        Assert.Equal((404, "ActivityNotFoundInConversation"), await CallAsync(HttpMethod.Delete, said));
        Assert.Equal((404, "ActivityNotFoundInConversation"), await CallAsync(HttpMethod.Post, said, Hello));
    }

    [Theory]
    [InlineData("""{"type":"message","text":"hi"}""", "BadArgument")]
    [InlineData("""{"type":"message","summary":"hi"}""", "BadSyntax")]
    [InlineData(
        """{"type":"message","summary":"hi","attachments":[{"contentType":"application/vnd.microsoft.card.hero","content":{}}]}""",
        "BadArgument")]
    [InlineData("not json", "BadSyntax")]
    public async Task What_shows_nothing_or_is_no_card_is_refused(string body, string code)
    {
        var (ava, _) = await OpenAsync();

        Assert.Equal((400, code), await CallAsync(HttpMethod.Post, Activities(ava.Chat), body));
    }

    [Fact]
    public async Task A_message_over_a_hundred_kilobytes_an_eighth_in_two_seconds_and_a_bare_id_in_an_address_are_refused()
    {
        var (ava, _) = await OpenAsync();
        teams!.LimitsThreads = true;

        Assert.Equal((413, "MessageSizeTooBig"), await CallAsync(
            HttpMethod.Post, Activities(ava.Chat), Hello.Replace("Hello", new string('x', 60_000), StringComparison.Ordinal)));
        Assert.Equal((404, "NotFound"), await CallAsync(HttpMethod.Post, $"conversations/{ava.Chat.Id}/activities", Hello));
        for (var times = 0; times < 7; times++) Assert.Equal((201, ""), await CallAsync(HttpMethod.Post, Activities(ava.Chat), Hello));
        Assert.Equal((429, "Throttled"), await CallAsync(HttpMethod.Post, Activities(ava.Chat), Hello));
    }

    public async ValueTask DisposeAsync()
    {
        wire.Dispose();
        if (teams is not null) await teams.DisposeAsync();
    }

    private string Token => teams!.Tokens.Issue($"{FakeTeamsKeys.Issuer}/.default");

    /// <summary>Somebody with the bot in their chat, and a channel with the bot and them in it.</summary>
    private async Task<(FakeTeamsPerson Ava, FakeTeamsConversation Crew)> OpenAsync()
    {
        teams = await FakeTeams.StartAsync(Platforms.PlatformScene.Monday);
        var ava = teams.AddTenant("Acme").AddPerson("Ava Stone");
        var crew = ava.Tenant.AddChannel("Crew", ava);
        ava.Chat.HasBot = crew.HasBot = true;
        return (ava, crew);
    }

    private static string Activities(FakeTeamsConversation place) => $"conversations/{Uri.EscapeDataString(place.Id)}/activities";

    private static string Chat(string member, string tenant) =>
        $$"""{"isGroup":false,"members":[{"id":"{{member}}"}],"tenantId":"{{tenant}}"}""";

    /// <summary>The status and, of a refusal, its code.</summary>
    private async Task<(int Status, string Code)> CallAsync(HttpMethod method, string path, string? body = null, string? token = null)
    {
        using var request = new HttpRequestMessage(method, $"{teams!.Tenants[0].ServiceUrl}v3/{path}");
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Token);
        using var answer = await wire.SendAsync(request);
        return ((int)answer.StatusCode, TestJson.Parsed(await answer.Content.ReadAsStringAsync()).At("error").Text("code"));
    }
}
