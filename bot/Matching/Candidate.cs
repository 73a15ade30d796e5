using System.Collections.Immutable;
using IntroBot.Givers;

namespace IntroBot.Matching;

/// <summary>A giver who fits an ask; <paramref name="Because"/> are the giver's own words that fit.</summary>
public sealed record Candidate(Giver Giver, ImmutableArray<string> Because, double Fit);
