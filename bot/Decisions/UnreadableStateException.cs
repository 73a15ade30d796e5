namespace IntroBot.Decisions;

/// <summary>A stored state that cannot be read: it is damaged, or a newer version wrote it. It holds back nothing but itself.</summary>
public sealed class UnreadableStateException(string partition, Exception cause)
    : Exception($"The state of {partition} cannot be read.", cause)
{
    /// <summary>Where it is stored; holds ids and no words of people.</summary>
    public string Partition => partition;
}
