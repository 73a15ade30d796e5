using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace IntroBot.Tests;

/// <summary>Keeps every line of a log, with its level and whatever exception came with it.</summary>
[ProviderAlias("Recorded")]
internal sealed class RecordedLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> lines = new();

    /// <summary>What the program itself said, framework aside.</summary>
    public IEnumerable<(LogLevel Level, string Text)> Lines => lines;

    public IEnumerable<string> Errors => lines.Where(line => line.Level >= LogLevel.Error).Select(line => line.Text);

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose() { }

    private sealed class Logger(RecordedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.lines.Enqueue((logLevel, $"{category}: {formatter(state, exception)} {exception}"));
    }
}
