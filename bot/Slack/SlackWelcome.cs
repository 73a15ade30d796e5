namespace IntroBot.Slack;

/// <summary>Tells whoever installed the app how to begin.</summary>
internal sealed class SlackWelcome(SlackChats chats, SlackApi api, Afterwards afterwards)
{
    public void Say(string team, string? installer)
    {
        if (SlackIds.IsPerson(installer))
        {
            afterwards.Do("welcome the installer", async token =>
            {
                if (await chats.OpenAsync(team, installer!, token) is SlackResult<string>.Done { Value: { Length: > 0 } channel })
                {
                    await api.PostAsync(team, channel, AdmissionCards.Welcome, null, token);
                }
            });
        }
    }
}
