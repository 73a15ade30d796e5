using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using IntroBot.Storage.AzureTables;
using IntroBot.Storage.Tables;
using static IntroBot.Storage.Tables.RowChange;

namespace IntroBot.Tests.Storage.AzureTables;

[Collection(nameof(Azurite))]
public sealed class AzureTableStoreTests(Azurite azurite)
{
    private readonly string table = "T" + Guid.NewGuid().ToString("N");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_write_whose_answer_is_lost_is_a_conflict_with_itself_and_its_own_row_tells()
    {
        using var wire = new ResponseLosingHandler();
        var store = Store(wire);
        await store.OpenAsync(Token);

        wire.LoseNext = true;
        var result = await store.WriteAsync(table, "p", [new Insert("x|op1", Columns("mine")), new Insert("!", Columns("1"))], Token);

        Assert.Equal(new WriteResult.Conflict("x|op1"), result);
        Assert.Equal("mine", (await store.FindAsync(table, "p", "x|op1", Token))!.Columns["Text"]);
    }

    [Fact]
    public async Task Opening_again_finds_the_tables_there()
    {
        var store = new AzureTableStore(azurite.ConnectionString, table);
        await store.OpenAsync(Token);
        await store.OpenAsync(Token);
        Assert.Null(await store.FindAsync(table, "p", "a", Token));
    }

    [Fact]
    public async Task A_range_goes_on_after_an_empty_page()
    {
        using var wire = new ScriptedHandler(
            Answer("""{"value":[]}""", continues: true),
            Answer("""{"value":[{"odata.etag":"W/\"1\"","PartitionKey":"p","RowKey":"a","Text":"found"}]}"""));
        var rows = await Store(wire).RangeAsync(table, "p", "", "~", 10, Token);

        Assert.Equal("found", Assert.Single(rows).Columns["Text"]);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "Storage Table Data Contributor")]
    [InlineData(HttpStatusCode.Unauthorized, "Storage Table Data Contributor")]
    [InlineData(HttpStatusCode.BadRequest, "400")]
    public async Task An_account_that_refuses_is_told_in_one_sentence_without_the_key(HttpStatusCode status, string what)
    {
        using var wire = new ScriptedHandler(new HttpResponseMessage(status));
        var told = await Assert.ThrowsAsync<StoreUnusableException>(() => Store(wire).OpenAsync(Token));

        Assert.Contains(what, told.Message, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1", told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("AccountKey", told.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_is_told()
    {
        var wrong = azurite.ConnectionString.Replace("AccountKey=", "AccountKey=AAAA", StringComparison.Ordinal);
        var told = await Assert.ThrowsAsync<StoreUnusableException>(() => new AzureTableStore(wrong, table).OpenAsync(Token));
        Assert.Contains("Storage:TablesConnection", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_without_an_identity_is_told()
    {
        var store = new AzureTableStore(new Uri("https://127.0.0.1:1"), new UnusedCredential(), new StoreClock(TimeProvider.System), table);
        var told = await Assert.ThrowsAsync<StoreUnusableException>(() => store.OpenAsync(Token));
        Assert.Contains("managed identity", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_does_not_answer_is_told()
    {
        using var wire = new ScriptedHandler();
        var told = await Assert.ThrowsAsync<StoreUnusableException>(() => Store(wire).OpenAsync(Token));
        Assert.Contains("does not answer", told.Message, StringComparison.Ordinal);
        Assert.Equal(3, wire.Asked);
    }

    private AzureTableStore Store(HttpMessageHandler wire) => new(azurite.ConnectionString, new HttpClientTransport(wire), table);

    private static Dictionary<string, string> Columns(string text) => new() { ["Text"] = text };

    private static HttpResponseMessage Answer(string json, bool continues = false)
    {
        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (continues) answer.Headers.Add("x-ms-continuation-NextPartitionKey", "1!4!cA--");
        return answer;
    }

    private sealed class UnusedCredential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new CredentialUnavailableException("none");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new CredentialUnavailableException("none");
    }

    /// <summary>Lets the server do its work and then loses its answer, once.</summary>
    private sealed class ResponseLosingHandler() : DelegatingHandler(new SocketsHttpHandler())
    {
        public bool LoseNext { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
        {
            var answer = await base.SendAsync(request, token);
            if (!LoseNext) return answer;
            LoseNext = false;
            answer.Dispose();
            throw new HttpRequestException("The answer is lost.");
        }
    }

    /// <summary>Gives these answers in turn, and none when they are used up.</summary>
    private sealed class ScriptedHandler(params HttpResponseMessage[] answers) : HttpMessageHandler
    {
        public int Asked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token) =>
            Asked < answers.Length ? Task.FromResult(answers[Asked++]) : throw new HttpRequestException($"No answer number {++Asked}.");
    }
}
