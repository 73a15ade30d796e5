namespace IntroBot.Operations.Startup;

/// <summary>Errors in the configuration, each in one sentence that names the key.</summary>
public sealed record ConfigurationErrors(params string?[] Sentences)
{
    public string? First => Sentences.FirstOrDefault(sentence => sentence is not null);
}
