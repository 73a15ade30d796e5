namespace IntroBot.Conversation;

/// <summary>Looks up the use case that a row of a table names.</summary>
internal static class Services
{
    /// <summary>The one instance of a type; throws where the composition root forgot it.</summary>
    public static T The<T>(this IServiceProvider services)
        where T : class =>
        (T)(services.GetService(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not registered."));
}
