using Microsoft.Extensions.Options;

namespace IntroBot.Platforms;

/// <summary>Validates options when the program starts: what is wrong is one sentence that names the key.</summary>
public abstract class OptionsValidator<TOptions> : IValidateOptions<TOptions>
    where TOptions : class
{
    /// <summary>One sentence that tells what is missing or wrong, or nothing.</summary>
    public abstract string? ErrorIn(TOptions options);

    public ValidateOptionsResult Validate(string? name, TOptions options) =>
        ErrorIn(options) is { } sentence ? ValidateOptionsResult.Fail(sentence) : ValidateOptionsResult.Success;

    private protected static bool Has(string? value) => !string.IsNullOrWhiteSpace(value);

    /// <summary>Whether an address may be trusted with secrets: they travel encrypted, or stay on this machine.</summary>
    private protected static bool IsUsable(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
