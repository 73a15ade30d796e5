using IntroBot.Playground.Community;
using IntroBot.Playground.Html;
using Microsoft.AspNetCore.Http.Features;

namespace IntroBot.Playground;

/// <summary>A validated post of the page: a person of the cast, an idempotency key, and the expected fields.</summary>
public sealed record Post(Person From, string Key, IFormCollection Fields)
{
    private const int MaxKeyLength = 64;
    private const int MinKeyLength = 8;
    private const string TooMuch = "That is more than I can read at once. Please send less.";
    private const string NotAForm = "I only understand what the forms of the page send.";

    public string this[string field] => Clean(Fields[field].ToString());

    /// <summary>The answers of a form, by the id of their input.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Answers => Fields
        .Where(posted => IsAnswer(posted.Key))
        .ToImmutableDictionary(
            posted => posted.Key[HtmlInputs.Prefix.Length..],
            posted => posted.Value.Select(value => Clean(value ?? "")).ToImmutableArray());

    /// <summary>
    /// Reads a post with these fields and no others; throws <see cref="PostRefusedException"/> with a sentence for the person.
    /// </summary>
    public static async Task<Post> ReadAsync(HttpContext context, PlaygroundCommunity community, bool answers, params string[] fields)
    {
        var form = await FormAsync(context.Request);
        if (community.Find(form["as"].ToString()) is not { } from)
        {
            throw new PostRefusedException("I do not know who you are. Please choose a person on the page.");
        }

        var key = form["key"].ToString();
        if (key.Length is < MinKeyLength or > MaxKeyLength || !key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
        {
            throw new PostRefusedException("The page you sent this from was incomplete. Please load it again.");
        }

        string[] known = ["as", "key", .. fields];
        if (known.Any(field => form[field].Count != 1) || form.Keys.Any(field => !known.Contains(field) && !(answers && IsAnswer(field))))
        {
            throw new PostRefusedException("Something was missing in what you sent, or did not belong there. Please load the page again.");
        }

        return new Post(from, key, form);
    }

    private static bool IsAnswer(string field) => field.StartsWith(HtmlInputs.Prefix, StringComparison.Ordinal);

    private static async Task<IFormCollection> FormAsync(HttpRequest request)
    {
        if (request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) is not true)
        {
            throw new PostRefusedException(NotAForm);
        }

        if (request.ContentLength > HtmlLimits.Body)
        {
            throw new PostRefusedException(TooMuch);
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = HtmlLimits.Body;
        }

        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (BadHttpRequestException error)
        {
            throw new PostRefusedException(TooMuch, error);
        }
        catch (InvalidDataException error)
        {
            throw new PostRefusedException(NotAForm, error);
        }
    }

    /// <summary>Normalizes line breaks, and removes control characters.</summary>
    private static string Clean(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").Where(letter => letter is '\n' or '\t' || !char.IsControl(letter)));
}

/// <summary>A post is refused; the message is a sentence for the person who sent it.</summary>
public sealed class PostRefusedException(string message, Exception? inner = null) : Exception(message, inner);
