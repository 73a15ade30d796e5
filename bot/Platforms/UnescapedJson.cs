using System.Text.Encodings.Web;

namespace IntroBot.Platforms;

/// <summary>
/// JSON that is never put into a page: letters of every script stay one character each, which limits on rows and messages count.
/// </summary>
internal static class UnescapedJson
{
    public static JsonSerializerOptions Of(JsonSerializerContext context) =>
        new(context.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
