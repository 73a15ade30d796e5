using IntroBot.Playground.Html;
using IntroBot.Playground.Page;

namespace IntroBot.Playground;

/// <summary>A friendly page for a failed request.</summary>
public static class ErrorPages
{
    public static Task WriteAsync(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        return WriteHtmlAsync(context, HtmlFragment.Of($"""
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>That did not work · IntroBot playground</title>
              <link rel="stylesheet" href="{PlaygroundAssets.Style}">
            </head>
            <body>
              <main class="trouble">
                <h1>That did not work</h1>
                <p id="trouble">{sentence}</p>
                <p><a href="{PlaygroundPaths.Page}">Back to the playground</a></p>
              </main>
            </body>
            </html>

            """));
    }

    public static Task WriteHtmlAsync(HttpContext context, HtmlFragment html)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(html.ToString(), context.RequestAborted);
    }
}
