namespace IntroBot.Stewards;

/// <summary>Lets a steward change how the bot works in their workspace, and tells other people who can.</summary>
public sealed class ChangeSettings(ISettingsStore settings, TimeProvider clock)
{
    public async Task<Reply> OpenAsync(Interaction from, CancellationToken token) => from.IsSteward
        ? new Reply.OpenForm(SettingsForms.Settings(await settings.FindAsync(from.From.Ref.Workspace, token)))
        : new Reply.Say(SettingsCards.OnlyForStewards);

    /// <summary>Checks the steward again: the form may have been open since before its owner lost the role.</summary>
    public async Task<Reply> SubmitAsync(Interaction.FormSubmitted sent, CancellationToken token)
    {
        if (!sent.IsSteward)
        {
            return new Reply.Say(SettingsCards.OnlyForStewards);
        }

        var (wanted, errors) = SettingsForms.Validate(sent.Answers);
        if (wanted is null)
        {
            return (await OpenAsync(sent, token)).WithErrors(errors);
        }

        var change = await settings.ChangeAsync(
            sent.From.Ref.Workspace, $"ev:{sent.IdempotencyKey}",
            newest => SettingsDecisions.Change(newest, wanted, sent.From, clock.GetUtcNow()), token);
        return change switch
        {
            Change<WorkspaceSettings>.Done done => new Reply.Say(SettingsCards.Saved(done.State)),
            _ => throw new UnreachableException(),
        };
    }
}
