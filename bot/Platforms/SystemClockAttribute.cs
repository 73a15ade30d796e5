namespace IntroBot.Platforms;

/// <summary>
/// Asks for the <see cref="TimeProvider"/> that the playground never moves: signatures, rate limits, retries and timeouts go by it.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class SystemClockAttribute() : FromKeyedServicesAttribute(ServiceKey)
{
    public const string ServiceKey = "system";
}
