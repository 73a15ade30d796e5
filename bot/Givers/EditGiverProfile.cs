namespace IntroBot.Givers;

/// <summary>Opts a person in as a giver, and edits what they offer; no person is enrolled otherwise.</summary>
public sealed class EditGiverProfile(IGiverStore givers, SuggestTags suggest, TimeProvider clock)
{
    public async Task<Reply> OpenAsync(Person who, CancellationToken token) =>
        new Reply.OpenForm(GiverForms.Profile(
            await givers.FindAsync(who.Ref, token) ?? Giver.Unknown(who), await suggest.MostListedAsync(who.Ref.Workspace, token)));

    public async Task<Reply> SubmitAsync(Interaction.FormSubmitted sent, CancellationToken token)
    {
        var (profile, errors) = GiverForms.Validate(sent.Answers);
        if (profile is null)
        {
            return (await OpenAsync(sent.From, token)).WithErrors(errors);
        }

        var isNew = await givers.FindAsync(sent.From.Ref, token) is not { OptedIn: true };
        var change = await givers.ChangeAsync(
            sent.From.Ref,
            $"ev:{sent.IdempotencyKey}",
            giver => GiverDecisions.OptIn((giver ?? Giver.Unknown(sent.From)) with { Person = sent.From }, profile, clock.GetUtcNow()),
            token);
        return change switch
        {
            Change<Giver>.Done done => new Reply.Say(isNew ? GiverCards.Welcome(done.State) : GiverCards.Saved(done.State)),
            _ => throw new UnreachableException(),
        };
    }
}
