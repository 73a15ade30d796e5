using IntroBot.Platforms;
using IntroBot.Slack.Install;

namespace IntroBot.Slack.Inbound;

/// <summary>What happens in the workspace: words in the bot's chat, mentions, opened homes, people who come, change and go.</summary>
internal sealed class SlackEvents(
    SlackTurn turn, SlackAppHome home, IInstallations installations, SlackPeople people, SlackHomeRefresher homes)
{
    /// <summary>The types of events the bot hears; the manifests subscribe to these and to no others.</summary>
    public static readonly string[] Heard = [Message, Mention, HomeOpened, Changed, Joined, Uninstalled, Revoked];

    public const string Message = "message";

    public const string Mention = "app_mention";

    private const string HomeOpened = "app_home_opened";
    private const string Changed = "user_change";
    private const string Joined = "team_join";
    private const string Uninstalled = "app_uninstalled";
    private const string Revoked = "tokens_revoked";
    private const int MaxTextLength = 12_000;

    public async Task<SlackAnswer> AnswerAsync(EventEnvelope envelope, bool mayAsk, CancellationToken token)
    {
        if (EventKey.Of(envelope) is not { Id: var id } || envelope.Event is not { } happened)
        {
            return new SlackAnswer.BadRequest();
        }

        var team = envelope.InstalledTeam!;
        try
        {
            return EventKey.Text(happened, "type") switch
            {
                Message => await HearAsync(envelope, Read(happened, SlackPayloadJson.Default.SpokenEvent), id, mayAsk, token),
                Mention => await MentionedAsync(envelope, Read(happened, SlackPayloadJson.Default.SpokenEvent), id, mayAsk, token),
                HomeOpened => await home.OpenedAsync(envelope, Read(happened, SlackPayloadJson.Default.SpokenEvent), mayAsk, token),
                Changed or Joined =>
                    await ChangedAsync(team, Read(happened, SlackPayloadJson.Default.PersonEvent), TimeOf(envelope), token),
                Uninstalled => await EndAsync(team, TimeOf(envelope), token),
                Revoked when Read(happened, SlackPayloadJson.Default.RevokedEvent) is { Tokens.Bot.Length: > 0 } =>
                    await EndAsync(team, TimeOf(envelope), token),
                null => new SlackAnswer.BadRequest(),
                _ => new SlackAnswer.Empty(),
            };
        }
        catch (JsonException)
        {
            return new SlackAnswer.BadRequest();
        }
    }

    /// <summary>Frequent events that change nothing when they are handled twice, so that their keys are not stored.</summary>
    public static bool MayRepeat(EventEnvelope envelope) =>
        envelope.Event is { ValueKind: JsonValueKind.Object } happened && EventKey.Text(happened, "type") switch
        {
            Changed or Joined => true,
            Message =>
                !IsPlain(EventKey.Text(happened, "subtype"))
                || EventKey.Text(happened, "bot_id") is not null
                || EventKey.Text(happened, "channel_type") != "im",
            _ => false,
        };

    /// <summary>Where an answer to words goes; null for events that are no words.</summary>
    public static ReplyTarget? TargetOf(EventEnvelope envelope) => envelope.Event is { ValueKind: JsonValueKind.Object } happened
        ? EventKey.Text(happened, "type") switch
        {
            Message => new ReplyTarget.Chat(SlackIds.Ts(EventKey.Text(happened, "thread_ts"))),
            Mention when EventKey.Text(happened, "channel") is { } channel && SlackIds.IsChannel(channel) =>
                new ReplyTarget.Mention(channel, SlackIds.Ts(EventKey.Text(happened, "thread_ts"))),
            _ => null,
        }
        : null;

    private static bool IsPlain(string? subtype) => subtype is null or "file_share" or "thread_broadcast";

    private static DateTimeOffset? TimeOf(EventEnvelope envelope) =>
        envelope.EventTime is { } seconds and > 0 and < 10_000_000_000 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static T? Read<T>(JsonElement happened, JsonTypeInfo<T> type) => happened.Deserialize(type);

    /// <summary>
    /// Plain words in the bot's own chat; everything else that is called a message, our own first of all, is passed over.
    /// </summary>
    private async Task<SlackAnswer> HearAsync(EventEnvelope envelope, SpokenEvent? said, string id, bool mayAsk, CancellationToken token)
    {
        if (said is not { ChannelType: "im", BotId: null, Channel: { } channel, User: { } user, Text: { } text }
            || !IsPlain(said.Subtype) || said.Hidden is true || !SlackIds.IsChannel(channel) || !SlackIds.IsPerson(user))
        {
            return new SlackAnswer.Empty();
        }

        var act = ActOf(envelope, user, new ReplyTarget.Chat(SlackIds.Ts(said.ThreadTs)), id, mayAsk) with { Chat = channel };
        return await AnswerAsync(act, text, id, token);
    }

    /// <summary>
    /// The answer is ephemeral, in the thread where the bot was mentioned in one: what a person looks for is not for the whole channel.
    /// </summary>
    private async Task<SlackAnswer> MentionedAsync(
        EventEnvelope envelope, SpokenEvent? said, string id, bool mayAsk, CancellationToken token) =>
        said is { BotId: null, Hidden: not true, Channel: { } channel, User: { } user, Text: { } text }
            && IsPlain(said.Subtype)
            && SlackIds.IsChannel(channel)
            ? await AnswerAsync(
                ActOf(envelope, user, new ReplyTarget.Mention(channel, SlackIds.Ts(said.ThreadTs)), id, mayAsk), text, id, token,
                isPrivate: false)
            : new SlackAnswer.Empty();

    private static SlackAct ActOf(EventEnvelope envelope, string user, ReplyTarget target, string id, bool mayAsk) =>
        new(envelope.InstalledTeam, user, envelope.Enterprise, EventKey.MarkerOf(user, id), mayAsk)
        {
            Target = () => Task.FromResult(target),
            Ignored = new SlackAnswer.Empty(),
        };

    private Task<SlackAnswer> AnswerAsync(
        SlackAct act, string text, string id, CancellationToken token, bool isPrivate = true) => turn.RunAsync(
        act,
        async actor =>
        {
            if (text.Length > MaxTextLength)
            {
                return new TurnStep.Refuse(AdmissionCards.TooLong);
            }

            var bot = actor.Installation.BotUser;
            var ids = SlackText.Mentions(text).Where(each => each != bot).ToArray();
            if (await people.NameAsync(actor.Team, ids, act.MayAsk, token) is not { } others)
            {
                return new TurnStep.Unidentified();
            }

            ImmutableArray<Person> mentioned = [.. ids.Where(others.ContainsKey).Select(each => others[each])];
            return new TurnStep.Dispatch(new Interaction.MessageSent(
                actor.Person, actor.KeyOf(id), SlackText.Read(text, others, without: bot),
                SlackText.IsMentionedInside(text, bot) ? mentioned.Add(actor.Bot) : mentioned)
            {
                IsPrivate = isPrivate,
            });
        },
        token);

    /// <summary>
    /// Keeps names and zones fresh; only people who have to do with the bot are kept at all, and old news changes nothing. An event that
    /// names another workspace of a member, and not all, is no word on their membership: Slack is asked for that.
    /// </summary>
    private async Task<SlackAnswer> ChangedAsync(string team, PersonEvent? changed, DateTimeOffset? at, CancellationToken token)
    {
        if (changed is { User: { Id: { } user } now } && SlackIds.IsPerson(user)
            && await people.RecallAsync(new SlackUserRef(team, user), token) is { IsNobody: false } before
            && at >= before.SeenAt.AddSeconds(-1))
        {
            if (before.Kind == MemberKind.Member && !now.TellsTeams && now.IsFromElsewhere(team))
            {
                people.LookUp(new SlackUserRef(team, user));
                return new SlackAnswer.Empty();
            }

            var after = await people.LearnAsync(
                new SlackUserRef(team, user), now with { Locale = now.Locale ?? before.Language },
                at.Value > before.SeenAt ? at.Value : before.SeenAt, token);
            if (after.Kind != before.Kind)
            {
                homes.Refresh(team, user);
            }
        }

        return new SlackAnswer.Empty();
    }

    /// <summary>Events come in any order: one from before the newest installation does not end it.</summary>
    private async Task<SlackAnswer> EndAsync(string team, DateTimeOffset? at, CancellationToken token)
    {
        await installations.EndAsync(team, at, token);
        return new SlackAnswer.Empty();
    }
}
