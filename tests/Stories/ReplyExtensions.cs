namespace IntroBot.Tests.Stories;

/// <summary>Reads replies as the person does who gets them.</summary>
internal static class ReplyExtensions
{
    public static Card Card(this Reply reply) => reply switch
    {
        Reply.Say say => say.Card,
        Reply.Converse converse => converse.Card,
        Reply.Replace replace => replace.Card,
        _ => throw new InvalidOperationException($"Not a card: {reply}"),
    };

    public static string Title(this Reply reply) => PlainText.Of(reply.Card().Title);

    public static string Title(this Card card) => PlainText.Of(card.Title);

    public static Form Form(this Reply reply) => Assert.IsType<Reply.OpenForm>(reply).Form;

    public static CardButton Button(this Card card, string label) => card.Buttons.First(button => button.Label == label);

    public static CardButton Button(this Reply reply, string label) => reply.Card().Button(label);

    /// <summary>All that a reply shows, as text.</summary>
    public static string Text(this Reply reply) => reply switch
    {
        Reply.Nothing => "",
        Reply.Say say => PlainText.Of(say.Card),
        Reply.Converse converse => PlainText.Of(converse.Card),
        Reply.Options options => string.Join(", ", options.Values),
        Reply.Replace replace => PlainText.Of(replace.Card),
        Reply.OpenForm open => $"{open.Form.Title}\n{string.Join('\n', open.Form.Inputs)}",
        Reply.FieldErrors errors => string.Join(
            '\n', errors.Errors.OrderBy(error => error.Key, StringComparer.Ordinal).Select(error => $"{error.Key}: {error.Value}")),
        Reply.ShowHome home => string.Join("\n\n", home.Cards.Select(PlainText.Of)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
