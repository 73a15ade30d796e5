namespace IntroBot.Conversation;

/// <summary>Resolves the use case that a row of a table names.</summary>
internal static class Services
{
    /// <summary>The registered instance of a type; throws when there is none.</summary>
    public static T The<T>(this IServiceProvider services)
        where T : class =>
        (T)(services.GetService(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not registered."));
}
