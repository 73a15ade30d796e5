namespace IntroBot.Intros;

/// <summary>Changes an intro that was read just before, without reading it again.</summary>
internal static class OwnIntros
{
    public static Task<Change<Intro>> ChangeAsync(
        this IIntroStore intros, ImmutableArray<Intro> own, Interaction from, string value,
        string operation, Func<Intro?, Decision<Intro>> decide, CancellationToken token)
    {
        var id = ButtonValue.Read(value).Intro;
        return own.FirstOrDefault(intro => intro.Id == id) is { } known
            ? intros.ChangeAsync(known, operation, decide, token)
            : intros.ChangeAsync(from.From.Ref.Workspace, id, operation, decide, token);
    }
}
