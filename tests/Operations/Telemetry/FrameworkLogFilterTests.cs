using IntroBot.Operations.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntroBot.Tests.Operations.Telemetry;

/// <summary>No configuration makes frameworks talk of people; what the program says itself is the administrator's to choose.</summary>
public sealed class FrameworkLogFilterTests
{
    [Theory]
    [InlineData("Default")]
    [InlineData("Microsoft")]
    [InlineData("Microsoft.AspNetCore.Hosting.Diagnostics")]
    [InlineData("*.Diagnostics")]
    [InlineData("*")]
    public void Whatever_is_opened_frameworks_warn_and_say_no_more(string category)
    {
        var (log, framework, own) = Loggers(
            "Microsoft.AspNetCore.Hosting.Diagnostics",
            ($"Logging:LogLevel:{category}", "Trace"),
            ($"Logging:Recorded:LogLevel:{category}", "Trace"));
        foreach (var level in Enum.GetValues<LogLevel>().Where(level => level != LogLevel.None)) Say(framework, level);

        Assert.Equal([LogLevel.Warning, LogLevel.Error, LogLevel.Critical], log.Lines.Select(line => line.Level));
        Assert.True(own.IsEnabled(LogLevel.Information));
    }

    [Theory]
    [InlineData("Logging:LogLevel:Default", "Trace", LogLevel.Trace)]
    [InlineData("Logging:LogLevel:IntroBot", "Debug", LogLevel.Debug)]
    [InlineData("Logging:LogLevel:IntroBot.Slack", "Error", LogLevel.Error)]
    [InlineData("Logging:LogLevel:Microsoft", "Trace", LogLevel.Information)]
    [InlineData("Logging:LogLevel:Default", "Error", LogLevel.Error)]
    public void What_the_program_says_is_as_the_administrator_wants_it(string key, string value, LogLevel least)
    {
        var (_, _, own) = Loggers("System.Net.Http", (key, value));
        Assert.True(own.IsEnabled(least));
        Assert.False(least > LogLevel.Trace && own.IsEnabled(least - 1));
    }

    [Fact]
    public void Less_than_warnings_may_be_asked_of_frameworks()
    {
        var (_, framework, _) = Loggers("System.Net.Http", ("Logging:LogLevel:System", "Critical"));
        Assert.False(framework.IsEnabled(LogLevel.Error));
    }

    private static void Say(ILogger logger, LogLevel level) => logger.Log(level, default, "words", null, (words, _) => words);

    private static (RecordedLog Log, ILogger Framework, ILogger Own) Loggers(string framework, params (string Key, string Value)[] settings)
    {
        var log = new RecordedLog();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(each => KeyValuePair.Create(each.Key, (string?)each.Value))).Build();
        var loggers = new ServiceCollection()
            .AddLogging(logging => logging.AddConfiguration(configuration.GetSection("Logging")).AddProvider(log))
            .AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, FrameworkLogFilter>()
            .BuildServiceProvider()
            .GetRequiredService<ILoggerFactory>();
        return (log, loggers.CreateLogger(framework), loggers.CreateLogger("IntroBot.Slack.SlackClient"));
    }
}
