using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using IntroBot.Chat;

namespace IntroBot.Slack;

/// <summary>What happens in the workspace: words in the bot's chat, mentions, opened homes, people who come, change and go.</summary>
internal sealed class SlackEvents(
    Admission admission, IInstallations installations, SlackPeople people, Dispatcher dispatcher, SlackChats chats, SlackSpeech speech, SlackHomes homes)
{
    private const int LongestText = 12_000;

    public async Task<SlackAnswer> AnswerAsync(EventEnvelope envelope, CancellationToken token)
    {
        if (envelope is not { Event: { ValueKind: JsonValueKind.Object } happened, EventId: { } id } || !SlackIds.IsTeam(envelope.InstalledTeam)
            || TypeOf(happened) is not { } type)
        {
            return new SlackAnswer.Senseless();
        }

        var team = envelope.InstalledTeam!;
        try
        {
            await (type switch
            {
                "message" => HearAsync(team, Read(happened, SlackPayloadJson.Default.SpokenEvent), id, token),
                "app_mention" => MentionedAsync(team, Read(happened, SlackPayloadJson.Default.SpokenEvent), id, token),
                "app_home_opened" => HomeOpenedAsync(team, Read(happened, SlackPayloadJson.Default.SpokenEvent), token),
                "user_change" or "team_join" => ChangedAsync(team, Read(happened, SlackPayloadJson.Default.PersonEvent), id, token),
                "app_uninstalled" => EndAsync(team, envelope.EventTime, token),
                "tokens_revoked" when Read(happened, SlackPayloadJson.Default.RevokedEvent) is { Tokens.Bot.Length: > 0 } => EndAsync(team, envelope.EventTime, token),
                _ => Task.CompletedTask,
            });
        }
        catch (JsonException)
        {
            return new SlackAnswer.Senseless();
        }

        return new SlackAnswer.Empty();
    }

    /// <summary>An escape for half a character is valid JSON and no valid string; only reading it tells.</summary>
    private static string? TypeOf(JsonElement happened)
    {
        try
        {
            return happened.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static T? Read<T>(JsonElement happened, JsonTypeInfo<T> type) => happened.Deserialize(type);

    /// <summary>Plain words in the bot's own chat; everything else that is called a message, our own first of all, is passed over.</summary>
    private async Task HearAsync(string team, SpokenEvent? said, string id, CancellationToken token)
    {
        if (said is not { ChannelType: "im", BotId: null, Subtype: null or "file_share" or "thread_broadcast", Channel: { } channel, User: { } user, Text: { } text }
            || said.Hidden is true || !SlackIds.IsChannel(channel))
        {
            return;
        }

        switch (await admission.AdmitAsync(team, user, said.UserTeam ?? said.Team, token))
        {
            case Entry.Open { Actor: var actor }:
                await chats.LearnAsync(team, user, channel, token);
                var reply = await HearAsync(actor, text, id, token);
                if (SlackSpeech.CardOf(reply) is { } card)
                {
                    speech.SayInChat(actor, card, id);
                }

                break;
            case Entry.Closed closed:
                speech.SayIn(team, channel, closed.Why, id);
                break;
        }
    }

    /// <summary>Answered privately: what somebody looks for is not for the whole channel.</summary>
    private async Task MentionedAsync(string team, SpokenEvent? said, string id, CancellationToken token)
    {
        if (said is not { BotId: null, Subtype: null or "file_share" or "thread_broadcast", Hidden: not true, Channel: { } channel, User: { } user, Text: { } text } || !SlackIds.IsChannel(channel))
        {
            return;
        }

        if (await admission.AdmitAsync(team, user, said.UserTeam ?? said.Team, token) is not Entry.Open { Actor: var actor })
        {
            return;
        }

        var reply = await HearAsync(actor, text, id, token);
        if (reply is Reply.Converse converse)
        {
            speech.SayInChat(actor, converse.Card, id);
            speech.SayPrivately(actor, channel, AdmissionCards.Elsewhere, $"{id}-where");
        }
        else if (SlackSpeech.CardOf(reply) is { } card)
        {
            speech.SayPrivately(actor, channel, card, id);
        }
    }

    private async Task<Reply> HearAsync(Actor actor, string text, string id, CancellationToken token)
    {
        if (text.Length > LongestText)
        {
            return new Reply.Say(AdmissionCards.TooLong);
        }

        var mentioned = await people.PeopleInAsync(actor.Team, text, token);
        var others = mentioned.Remove(actor.Installation.BotUser);
        var words = SlackText.Read(text, others, without: actor.Installation.BotUser);
        var reply = await dispatcher.DispatchAsync(
            new Interaction.MessageSent(actor.Person, actor.KeyOf(id), words, [.. others.Values]) { BySteward = actor.LooksAfter }, token);
        homes.Refresh(actor.Team, actor.Id);
        return reply;
    }

    private async Task HomeOpenedAsync(string team, SpokenEvent? opened, CancellationToken token)
    {
        if (opened is { Tab: "home", User: { } user } && await admission.AdmitAsync(team, user, null, token) is Entry.Open)
        {
            homes.Open(team, user, opened.View?.Hash);
        }
    }

    /// <summary>Keeps names and zones fresh; whoever was deactivated, or is a member no longer, is asked no more.</summary>
    private async Task ChangedAsync(string team, PersonEvent? changed, string id, CancellationToken token)
    {
        if (changed is not { User: { Id: { } user } now } || !SlackIds.IsPerson(user))
        {
            return;
        }

        // Events tell of everybody, and often; only those who have to do with the bot are kept.
        if (await people.RecallAsync(team, user, token) is not { } before)
        {
            return;
        }

        var after = await people.LearnAsync(team, user, now with { Locale = now.Locale ?? before.Language }, token);
        if (before.Standing == Standing.Member && after.Standing != Standing.Member)
        {
            await dispatcher.DispatchAsync(new Interaction.PersonLeft(before.In(team), $"{user}!{id}"), token);
        }
    }

    /// <summary>Events come in any order: one from before the newest installation does not end it.</summary>
    private Task EndAsync(string team, long? at, CancellationToken token) =>
        installations.EndAsync(team, at is { } seconds and > 0 and < 10_000_000_000 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null, token);
}
