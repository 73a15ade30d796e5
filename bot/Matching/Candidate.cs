using IntroBot.Givers;

namespace IntroBot.Matching;

/// <summary>A giver who fits an ask; <paramref name="Because"/> are the matching words of the giver's profile.</summary>
public sealed record Candidate(Giver Giver, ImmutableArray<string> Because, double Fit);
