namespace IntroBot.Operations.Startup;

/// <summary>Reads the configuration of the program from its command line, its environment and its files.</summary>
public static class Settings
{
    /// <summary>
    /// Reads the configuration once: a watch over the folder would fire with every write to the store's file. An unreadable configuration
    /// file ends the program with one sentence.
    /// </summary>
    public static WebApplicationBuilder Read(string[] args)
    {
        try
        {
            return WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false", .. args]);
        }
        catch (InvalidDataException unreadable)
        {
            Console.Error.WriteLine(Explain(unreadable));
            Environment.Exit(ProgramRunner.CannotStart);
            throw;
        }
    }

    /// <summary>The sentence quotes the path only: the content may be a secret.</summary>
    private static string Explain(InvalidDataException unreadable)
    {
        var file = unreadable.Message.Split('\'') is [_, var path, ..] ? path : "a file of settings";
        return unreadable.InnerException?.InnerException is JsonException { LineNumber: { } line }
            ? $"'{file}' is no JSON at line {line + 1}: correct it, or remove it and set its keys in the environment."
            : $"'{file}' cannot be read: let IntroBot read it and write each key once, "
                + "or remove it and set its keys in the environment.";
    }
}
