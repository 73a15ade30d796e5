using System.Security.Cryptography;
using IntroBot.Platforms;

namespace IntroBot.Teams.Inbound;

/// <summary>By what an activity is known again: its conversation and its id, since an id is unique in its conversation only.</summary>
/// <param name="Owner">The person it is about, or else the tenant.</param>
/// <param name="Id">What it is called in the keys of the story.</param>
internal sealed record ActivityKey(WorkOwner Owner, string Id)
{
    /// <summary>The idempotency key under which the answer to it, or the activity itself, is kept.</summary>
    public string Row => WordsHandler.KeyOf(TeamsIds.Tenant(Owner.Workspace), Owner.User, Marker);

    /// <summary>The marker of the answer to a message.</summary>
    public string Marker => $"{Owner.User}!{Id}";

    /// <summary>Null for an activity without an id.</summary>
    public static ActivityKey? Of(Activity activity)
    {
        if (activity is not { Id: { Length: > 0 } id, Conversation.Id: { Length: > 0 } conversation, Tenant: { } tenant })
        {
            return null;
        }

        // Who brings news of a channel is not whom the news is about.
        var isOfPerson = activity.Type is "message" or "invoke" || activity.Kind == ConversationKind.Personal;
        var user = isOfPerson ? TeamsIds.Person(activity.From?.AadObjectId) ?? "" : "";
        return new ActivityKey(new WorkOwner(TeamsIds.Workspace(tenant), user), IdOf(conversation, id));
    }

    private static string IdOf(string conversation, string id) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{conversation} {id}")))[..32];
}
