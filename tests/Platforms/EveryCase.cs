using IntroBot.Tests.Playground;

namespace IntroBot.Tests.Platforms;

/// <summary>One of anything the chat language can say, with hostile words in every place, for all who draw it.</summary>
public abstract class EveryCase
{
    public static TheoryData<WordSpan> Spans => [.. Samples.CasesOf<WordSpan>()];

    public static TheoryData<CardPart> Parts => [.. Samples.CasesOf<CardPart>()];

    public static TheoryData<FormInput> Inputs => [.. Samples.CasesOf<FormInput>()];

    public static TheoryData<Reply> Replies => [.. Samples.CasesOf<Reply>()];
}
