using Microsoft.Extensions.Options;

namespace IntroBot.Operations.Startup;

/// <summary>What validation finds wrong with the configuration, each in one sentence that names the key.</summary>
internal static class ConfigurationErrors
{
    /// <summary>
    /// The first sentence, in the order in which options are registered, or nothing. The host validates too, but only after it has made
    /// the services that start with it.
    /// </summary>
    public static string? First(IServiceProvider program)
    {
        try
        {
            program.GetRequiredService<IStartupValidator>().Validate();
            return null;
        }
        catch (OptionsValidationException one)
        {
            return one.Failures.First();
        }
        catch (AggregateException many) when (many.InnerExceptions.OfType<OptionsValidationException>().FirstOrDefault() is { } first)
        {
            return first.Failures.First();
        }
    }
}
