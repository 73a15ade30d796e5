using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using IntroBot.Operations.Telemetry;

namespace IntroBot.Tests.Operations.Telemetry;

/// <summary>Reads what one program counts and measures, whatever others in this process do.</summary>
internal sealed class MeterReader : IDisposable
{
    private readonly ConcurrentQueue<(string Name, string Tags, double Value)> readings = new();
    private readonly MeterListener listener = new();

    public MeterReader(IMeterFactory factory)
    {
        listener.InstrumentPublished = (instrument, hears) =>
        {
            if (instrument.Meter.Name == Meters.Name && ReferenceEquals(instrument.Meter.Scope, factory))
                hears.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.Start();
    }

    /// <summary>Every tag of every reading so far.</summary>
    public IEnumerable<string> Tags => readings.Select(reading => reading.Tags);

    /// <summary>The sum of a counter, of those readings whose tags have these words.</summary>
    public double Sum(string name, params string[] tags) => Of(name, tags).Sum();

    public IReadOnlyList<double> Of(string name, params string[] tags) =>
        [.. readings.Where(reading => reading.Name == name && tags.All(tag => reading.Tags.Split(' ').Contains(tag)))
            .Select(reading => reading.Value)];

    /// <summary>What an observed instrument says now.</summary>
    public double Now(string name)
    {
        listener.RecordObservableInstruments();
        return Of(name)[^1];
    }

    public void Dispose() => listener.Dispose();

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        readings.Enqueue((instrument.Name, string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")), value));
}
