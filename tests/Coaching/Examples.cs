using IntroBot.Coaching;

namespace IntroBot.Tests.Coaching;

/// <summary>Asks as good people write them, notes not yet drafted.</summary>
internal static class Examples
{
    /// <summary>Written in a hurry, without capitals and full stops.</summary>
    public static Ask InFragments { get; } = new()
    {
        Who = "Someone who moved from nursing to data",
        Topics = ["data", "career change"],
        Purpose = Purpose.Advice,
        WhyThem = "because they wrote about their first year as an analyst, and I read it twice",
        SmallStep = "three questions by phone, 15 minutes",
        AboutYou = "A nurse in Leeds who retrains as a data analyst",
        InReturn = "nothing yet, and grateful",
        Promised = true,
    };

    public static Ask ToAFounder { get; } = new()
    {
        Who = "Grace Lee",
        Topics = ["pricing", "climate"],
        Purpose = Purpose.Mentoring,
        WhyThem = "She built the pricing of two climate products at Northwind. I heard her on a podcast in spring.",
        SmallStep =
            "I would like to show her one page with our three price plans and ask which one she would drop. Fifteen minutes are enough.",
        AboutYou = "I am a physicist and run a company of four that measures heat loss in old houses.",
        InReturn = "Happy to measure her office for the fun of it.",
        Deadline = new DateOnly(2026, 11, 27),
        DeadlineReason = "because our first invoice goes out on the Monday after",
        Promised = true,
    };

    public static Ask ForAJob { get; } = new()
    {
        Who = "Head of platform engineering at a bank",
        Topics = ["platform engineering", "banking"],
        Purpose = Purpose.Job,
        WhyThem = "Your article on running Kubernetes in a regulated bank describes the exact problem I worked on for three years.",
        SmallStep = "Could you tell me in 20 minutes which two skills you look for first when you hire for your team?",
        AboutYou = "I keep servers running for a clinic in Graz. Next year I would like to do it for a bank.",
        AlreadyTried = "I know nobody in banking yet.",
        Promised = true,
    };

    public static Ask ForHiring { get; } = new()
    {
        Who = "A designer who has hired illustrators, e.g. for children's books",
        Topics = ["illustration"],
        Purpose = Purpose.Hiring,
        WhyThem = "They worked with five illustrators on “The Night Bus”. I found the book in our library.",
        SmallStep = "Name one place where good illustrators look for work, in a short reply of two lines",
        AboutYou = "We are a museum for children in Ghent.\nI look after its books.",
        InReturn = "free tickets are nothing much, but you would have mine",
        Promised = true,
    };

    public static ImmutableArray<Ask> All { get; } = [InFragments, ToAFounder, ForAJob, ForHiring];
}
