namespace IntroBot.Playground.Community;

/// <summary>The people of the playground, the same in every generation.</summary>
public static class PlaygroundCast
{
    /// <summary>Every playground community's workspace id starts with this.</summary>
    public const string WorkspacePrefix = "playground-";

    /// <summary>All members; a newcomer starts as the first.</summary>
    public static ImmutableArray<CastMember> Members { get; } =
    [
        new("ava", "Ava Stone", "Europe/Berlin", "Product manager, running shoes",
            "Builds a young shoe brand and has never ordered from a factory before.")
        {
            Topics = ["product discovery", "user research"],
            Companies = ["Fernweh Running"],
            Helps = ["advice"],
        },
        new("grace", "Grace Okafor", "Africa/Lagos", "Operations lead",
            "Ran sourcing at a sports brand for nine years and still knows the factories by name.")
        {
            Topics = ["supply chain", "sourcing", "sportswear"],
            Companies = ["Alto Sportswear"],
            Helps = ["advice", "mentoring", "partner"],
            StartsAsGiver = true,
        },
        new("wei", "Wei Tan", "Asia/Singapore", "Logistics architect",
            "Moves goods between ports, and explains customs so that anybody understands it.")
        {
            Topics = ["logistics", "supply chain", "customs"],
            Companies = ["Straits Freight"],
            Helps = ["advice", "partner"],
            StartsAsGiver = true,
        },
        new("marcus", "Marcus Reed", "America/New_York", "Finance partner",
            "Helped four young companies raise their first round; honest about numbers.")
        {
            Topics = ["fundraising", "pricing", "unit economics"],
            Companies = ["Hudson Seed"],
            Helps = ["advice", "funding"],
            StartsAsGiver = true,
        },
        new("beatriz", "Beatriz Lima", "America/Sao_Paulo", "Growth lead",
            "Took a marketplace from one city to forty, and knows retailers all over Latin America.")
        {
            Topics = ["growth", "marketplaces", "retail"],
            Companies = ["Feira Viva"],
            Helps = ["advice", "customer", "partner"],
            StartsAsGiver = true,
        },
        new("priya", "Priya Raman", "Asia/Kolkata", "Engineering manager, looks after this community",
            "Hires and grows platform teams; mentors people on their first job in tech.")
        {
            Topics = ["hiring", "platform teams", "machine learning"],
            Companies = ["Lotus Cloud"],
            Helps = ["job", "hiring", "mentoring"],
            StartsAsGiver = true,
            IsSteward = true,
        },
        new("tom", "Tom Hughes", "Europe/London", "Materials scientist",
            "Works on shoe foams made from plants. New here, and has not opted in to anything.")
        {
            Topics = ["materials", "sustainability"],
            Companies = ["Mill & Marsh"],
            Helps = ["advice"],
        },
    ];

    /// <summary>The administrator of the community.</summary>
    public static CastMember Steward { get; } = Members.Single(member => member.IsSteward);

    public static CastMember? Find(string id) => Members.FirstOrDefault(member => member.Id == id);

    public static bool IsPlayground(WorkspaceId workspace) => workspace.Value?.StartsWith("playground", StringComparison.Ordinal) is true;

    /// <summary>The people mentioned as <c>@First</c> or <c>@First Last</c> in a text, in order and each once.</summary>
    public static ImmutableArray<Person> MentionedIn(string text, WorkspaceId workspace) =>
    [
        .. Members.Select(member => (Member: member, At: MentionAt(text, member)))
            .Where(mentioned => mentioned.At >= 0)
            .OrderBy(mentioned => mentioned.At)
            .Select(mentioned => mentioned.Member.In(workspace)),
    ];

    private static int MentionAt(string text, CastMember member)
    {
        var mention = "@" + member.FirstName;
        for (var at = text.IndexOf(mention, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(mention, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var starts = at == 0 || !char.IsLetterOrDigit(text[at - 1]);
            var ends = at + mention.Length == text.Length || !char.IsLetterOrDigit(text[at + mention.Length]);
            if (starts && ends)
            {
                return at;
            }
        }

        return -1;
    }
}
