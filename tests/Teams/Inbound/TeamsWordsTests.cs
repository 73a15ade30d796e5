using IntroBot.Teams;
using IntroBot.Teams.Inbound;
using IntroBot.Teams.Inbound.Markup;

namespace IntroBot.Tests.Teams.Inbound;

/// <summary>What a message says, in all the shapes in which Teams brings mentions, quotes and markup.</summary>
public sealed class TeamsWordsTests
{
    private const string Bot = "28:22222222-2222-4222-8222-222222222222";
    private const string Grace = "29:1grace";

    [Theory]
    [InlineData("<at>IntroBot</at> help"), InlineData("<at id=\"0\">IntroBot</at> help"), InlineData("<AT id='7' >introbot</AT>&nbsp;help")]
    [InlineData("help <at>IntroBot</at>"), InlineData("<at>IntroBot</at>\u00A0<at id=\"1\">IntroBot</at> help")]
    [InlineData("<at id=\"28:22222222-2222-4222-8222-222222222222\">Intro Robot</at> help"), InlineData("<at>Intro&nbsp;Robot</at> help")]
    [InlineData("@IntroBot help"), InlineData("IntroBot help"), InlineData("help")]
    public void A_mention_of_the_bot_without_text_is_stripped(string text) =>
        Assert.Equal("help", Read(text, Mention(Bot, "IntroBot", text: null)));

    [Theory]
    [InlineData("<at>IntroBot</at> help"), InlineData("<at id=\"0\">IntroBot</at> help"), InlineData("<at id=\"5\" foo>IntroBot</at> help")]
    [InlineData("help <at id=\"0\">IntroBot</at>")]
    public void A_mention_of_the_bot_is_stripped_whatever_attributes_it_has(string text) =>
        Assert.Equal("help", Read(text, Mention(Bot, "IntroBot", "<at>IntroBot</at>")));

    [Theory, InlineData("<at>IntroBot</at> help"), InlineData("<at id=\"0\">IntroBot</at> help")]
    public void A_mention_of_the_bot_is_stripped_where_no_entity_tells_of_it(string text) => Assert.Equal("help", Read(text));

    [Fact]
    public void A_name_with_escapes_is_the_same_name() => Assert.Equal(
        "help", Read("<at>R&amp;D Bot</at> help", Mention(Bot, "R&D Bot", text: null)));

    [Fact]
    public void A_name_that_comes_in_two_marks_is_one_mention() => Assert.Equal(
        "help", Read("<at>Intro</at> <at>Bot</at> help", Mention(Bot, "IntroBot", text: null), Mention(Bot, "IntroBot", text: null)));

    [Theory]
    [InlineData("block <at>Grace Okafor</at>", "<at>Grace Okafor</at>"), InlineData("block <at id=\"1\">Grace Okafor</at>", null)]
    [InlineData("block <at id=\"29:1grace\">Gracie</at>", null), InlineData("block <at>grace okafor</at>", "<at>Grace</at>")]
    public void A_mention_of_somebody_else_names_them(string text, string? entity)
    {
        var activity = Said($"<at>IntroBot</at> {text}", Mention(Bot, "IntroBot", text: null), Mention(Grace, "Grace Okafor", entity));

        Assert.Equal("block @Grace O.", TeamsText.Read(activity, new Dictionary<string, Person> { [Grace] = Known(Grace, "Grace O.") }));
        Assert.Equal([Grace], TeamsText.Mentions(activity));
    }

    [Fact]
    public void A_person_whom_Teams_does_not_know_keeps_the_name_they_are_mentioned_by() => Assert.Equal(
        "block @Gracie", Read("block <at>Gracie</at>", Mention(Grace, name: null, "<at>Gracie</at>")));

    [Fact]
    public void Two_people_of_one_name_are_two_people()
    {
        var activity = Said(
            "<at>Sam Lee</at> and <at>Sam Lee</at>",
            Mention("29:1a", "Sam Lee", "<at>Sam Lee</at>"), Mention("29:1b", "Sam Lee", "<at>Sam Lee</at>"));

        Assert.Equal(
            "@Sam One and @Sam Two",
            TeamsText.Read(
                activity,
                new Dictionary<string, Person> { ["29:1a"] = Known("29:1a", "Sam One"), ["29:1b"] = Known("29:1b", "Sam Two") }));
    }

    [Theory]
    [InlineData("R&D <b> Nike &lt;at&gt;"), InlineData("a <at> b"), InlineData("IntroBots are great"), InlineData("1 < 2 > 0")]
    public void Plain_words_stay_as_they_are(string text) => Assert.Equal(text, Read(text, Mention(Bot, "IntroBot", text: null)));

    [Theory, InlineData("xml"), InlineData("html"), InlineData("HTML")]
    public void Markup_is_read_as_words(string format) => Assert.Equal(
        "block R&D <Nike>\nnow",
        TeamsText.Read(
            Said("<div><at id=\"0\">IntroBot</at>&nbsp;<b>block</b> R&amp;D &lt;Nike&gt;<br/>now</div>") with { TextFormat = format }));

    [Theory]
    [InlineData("<blockquote itemscope itemtype=\"http://schema.skype.com/Reply\" itemid=\"1\"><p>stop</p></blockquote>help")]
    [InlineData("<quoted messageId=\"1\"/>help"), InlineData("<quoted messageId=\"1\">stop</quoted> help"), InlineData("[IMG] help")]
    [InlineData("<attachment id=\"1\"></attachment>help")]
    public void What_is_quoted_was_not_said(string text) => Assert.Equal("help", Read(text));

    [Fact]
    public void What_is_quoted_in_the_HTML_beside_the_words_was_not_said()
    {
        var html = "<blockquote itemscope=\"\" itemtype=\"http://schema.skype.com/Reply\" itemid=\"1\"><strong>Ava</strong>"
            + "<p itemprop=\"preview\">stop</p></blockquote><p><span itemscope itemtype=\"http://schema.skype.com/Mention\" itemid=\"0\">"
            + "IntroBot</span>&nbsp;block <span itemscope itemtype=\"http://schema.skype.com/Mention\" itemid=\"1\">Grace</span></p>";
        var activity = Said(
            "Ava\nstop\n\nIntroBot block Grace", Mention(Bot, "IntroBot", text: null), Mention(Grace, "Grace Okafor", text: null)) with
        {
            Attachments = [new() { ContentType = "text/html", Content = html }],
        };

        Assert.Equal("block @Grace", TeamsText.Read(activity));
    }

    [Fact]
    public void The_same_words_as_HTML_beside_them_change_nothing() => Assert.Equal(
        "help",
        TeamsText.Read(Said("help") with { Attachments = [new() { ContentType = "text/html", Content = "<p><b>help</b></p>" }] }));

    [Fact]
    public void Words_that_come_as_HTML_alone_are_read_there() => Assert.Equal(
        "help", TeamsText.Read(Said("") with { Attachments = [new() { ContentType = "text/html", Content = "<p>help</p>" }] }));

    [Theory, InlineData("<at>"), InlineData("<at id=\""), InlineData("<blockquote schema.skype.com/Reply>"), InlineData("<")]
    public void A_message_of_nothing_but_marks_is_read_soon(string mark)
    {
        var text = string.Concat(Enumerable.Repeat(mark, 12_000 / mark.Length));

        Assert.InRange(Read(text, [.. Enumerable.Repeat(Mention(Bot, "IntroBot", text: null), 50)]).Length, 0, text.Length);
    }

    private static string Read(string text, params ActivityEntity[] mentions) => TeamsText.Read(Said(text, mentions));

    private static Activity Said(string text, params ActivityEntity[] mentions) => new()
    {
        Type = "message",
        Text = text,
        Recipient = new ChannelAccount { Id = Bot, Name = "IntroBot" },
        Entities = [new ActivityEntity { Type = "clientInfo" }, .. mentions],
    };

    private static ActivityEntity Mention(string id, string? name, string? text) =>
        new() { Type = "mention", Text = text, Mentioned = new ChannelAccount { Id = id, Name = name } };

    private static Person Known(string id, string name) => new(new PersonRef(TeamsIds.Workspace("t"), id), name, "UTC", "en");
}
