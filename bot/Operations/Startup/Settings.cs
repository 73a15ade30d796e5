using System.Text.Json;

namespace IntroBot.Operations.Startup;

/// <summary>The settings of the program, from its command line, its environment and the files beside it.</summary>
public static class Settings
{
    /// <summary>
    /// All that is configured, read once: a watch over the folder would wake with every write to the store's file. A file of settings that
    /// cannot be read ends the program with one sentence.
    /// </summary>
    public static WebApplicationBuilder Read(string[] args)
    {
        try
        {
            return WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false", .. args]);
        }
        catch (InvalidDataException unreadable)
        {
            Console.Error.WriteLine(Told(unreadable));
            Environment.Exit(ProgramRunner.CannotStart);
            throw;
        }
    }

    /// <summary>The message quotes the path; what stands in the file, a secret perhaps, is not passed on.</summary>
    private static string Told(InvalidDataException unreadable)
    {
        var file = unreadable.Message.Split('\'') is [_, var path, ..] ? path : "a file of settings";
        return unreadable.InnerException?.InnerException is JsonException { LineNumber: { } line }
            ? $"'{file}' is no JSON at line {line + 1}: mend it, or take it away and set its keys in the environment."
            : $"'{file}' cannot be read: let IntroBot read it and write each key once, "
                + "or take it away and set its keys in the environment.";
    }
}
