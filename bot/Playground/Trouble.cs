namespace IntroBot.Playground;

/// <summary>A friendly page for what could not be done.</summary>
public static class Trouble
{
    public static Task WriteAsync(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        return WriteHtmlAsync(context, Html.Of($"""
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

    public static Task WriteHtmlAsync(HttpContext context, Html html)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(html.ToString(), context.RequestAborted);
    }
}
