namespace IntroBot.Decisions;

/// <summary>What a person reads who may look in and not take part, the same on every platform: as an answer, and as their home.</summary>
public static class GuestCards
{
    /// <summary>For a guest of the workspace.</summary>
    public static Card Guest { get; } = Card.Titled($"This is for full members")
        .Say($"I bring colleagues together, gently. As a guest you cannot ask or give here yourself.")
        .Say($"You can tell your host, or any full member you work with, whom you would like to meet: "
            + $"they can ask me, and will gladly make the introduction for you.")
        .Aside($"Become a full member, and I am yours to use as well.");

    /// <summary>For a person of another workspace or organization.</summary>
    public static Card Visitor { get; } = Card.Titled($"This is between people of one workspace")
        .Say($"You are visiting from another one, so I cannot introduce you here. Please use me where you are at home.")
        .Say($"You can tell whoever invited you whom you would like to meet: they can ask me, and make the introduction for you.");
}
