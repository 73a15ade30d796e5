namespace IntroBot.Operations;

/// <summary>What is wrong with the configuration, each in one sentence that names the key.</summary>
public sealed record Mistakes(params string?[] Sentences)
{
    public string? First => Sentences.FirstOrDefault(sentence => sentence is not null);
}
