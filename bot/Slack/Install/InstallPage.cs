using System.Text.Encodings.Web;

namespace IntroBot.Slack.Install;

/// <summary>The last page of an installation: what happened, and what to do next.</summary>
internal sealed record InstallPage(int Status, string Title, string Words, bool Again)
{
    public static InstallPage Declined { get; } =
        new(
            StatusCodes.Status200OK, "Nothing was installed",
            "You said no in Slack, and nothing was kept. Whenever you like, you can begin again.", Again: true);

    public static InstallPage WholeOrganization { get; } = new(
        StatusCodes.Status200OK, "One workspace at a time",
        "IntroBot works inside one workspace. Please choose a single workspace in Slack instead of the whole organization.", Again: true);

    public static InstallPage Failed { get; } = new(
        StatusCodes.Status502BadGateway, "That did not work",
        "Slack did not confirm the installation. Nothing was kept; please begin again.", Again: true);

    public static InstallPage Installed(string team) =>
        new(
            StatusCodes.Status200OK, $"IntroBot is at home in {team}",
            "Go to Slack and type /intro in any channel, or write to IntroBot whom you would like to meet.", Again: false);

    public Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = Status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        var again = Again ? $"""<p><a href="{InstallEndpoints.InstallPath}">Begin again</a></p>""" : "";
        return response.WriteAsync($$"""
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{{Encoded(Title)}}</title>
              <style>
                :root { color-scheme: light dark; font: 1.1rem/1.5 system-ui, sans-serif; }
                body { display: grid; min-height: 90vh; place-content: center; margin: 1rem; }
                main { max-width: 34rem; }
                h1 { font-size: 1.6rem; line-height: 1.2; }
                a { color: LinkText; }
              </style>
            </head>
            <body>
              <main>
                <h1>{{Encoded(Title)}}</h1>
                <p>{{Encoded(Words)}}</p>
                {{again}}
              </main>
            </body>
            </html>

            """);
    }

    private static string Encoded(string words) => HtmlEncoder.Default.Encode(words);
}
