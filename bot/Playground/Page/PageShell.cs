using IntroBot.Playground.Html;

namespace IntroBot.Playground.Page;

/// <summary>The frame of the page: head, header, and the live region for announcements.</summary>
public static class PageShell
{
    public static HtmlFragment Of(PageState page) => HtmlFragment.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="color-scheme" content="light dark">
          <title>{page.Who.Name} · IntroBot playground</title>
          <link rel="icon" type="image/svg+xml" href="{PlaygroundAssets.Icon}">
          <link rel="stylesheet" href="{PlaygroundAssets.Style}">
          <script type="module" src="{PlaygroundAssets.Start}"></script>
        </head>
        <body data-as="{page.Who.Id}" data-view="{PlaygroundPaths.View}" data-events="{PlaygroundPaths.Events}">
          <a class="skip" href="#chat">Skip to the chat with IntroBot</a>
          {PageRegions.Of(page)}
          <p id="announce" class="unseen" role="status" aria-live="polite"></p>
          <p id="notice" role="alert" hidden></p>
        </body>
        </html>

        """);
}
