using IntroBot.Chat;

namespace IntroBot.Givers;

/// <summary>Offers tags while somebody types them: their own words always come first, so that nobody is bound to what others know.</summary>
public sealed class SuggestTags
{
    public Task<Reply> SuggestAsync(Interaction.OptionsAsked asked, CancellationToken token) =>
        Task.FromResult<Reply>(new Reply.Options(asked.Typed.Trim() is { Length: > 0 } typed ? [typed] : []));
}
