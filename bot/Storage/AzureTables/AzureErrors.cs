using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Azure.Identity;
using IntroBot.Storage.Tables;

namespace IntroBot.Storage.AzureTables;

/// <summary>Tells a row in the way from a broken wire, and says in one sentence what is wrong with an account.</summary>
internal static class AzureErrors
{
    /// <summary>The index of the change that was refused because of what is or is not stored.</summary>
    public static int? Unavailable(TableTransactionFailedException refusal) => refusal.Status switch
    {
        409 when refusal.ErrorCode != TableErrorCode.TableBeingDeleted => refusal.FailedTransactionActionIndex,
        412 => refusal.FailedTransactionActionIndex,
        404 when refusal.ErrorCode != TableErrorCode.TableNotFound => refusal.FailedTransactionActionIndex,
        _ => null,
    };

    /// <summary>Not a conflict, and not the caller's own change of mind; several tries in vain come as an aggregate.</summary>
    public static bool IsOne(Exception trouble, CancellationToken token) => trouble switch
    {
        TableTransactionFailedException refusal => Unavailable(refusal) is null,
        RequestFailedException or AuthenticationFailedException or AggregateException => true,
        OperationCanceledException => !token.IsCancellationRequested,
        _ => false,
    };

    public static StoreUnusableException Told(string account, Exception trouble)
    {
        var first = trouble is AggregateException { InnerExceptions: [var inner, ..] } ? inner : trouble;
        return new(first switch
        {
            AuthenticationFailedException =>
                $"No token for '{account}' could be had: give this machine a managed identity, "
                    + "or set Storage:TablesConnection instead of Storage:TablesEndpoint.",
            RequestFailedException { Status: 401 or 403 } =>
                $"'{account}' refuses IntroBot: give its identity the role 'Storage Table Data Contributor', "
                    + "or put the account's present key into Storage:TablesConnection.",
            RequestFailedException { Status: 404 } =>
                $"'{account}' has no such table: "
                    + "see that Storage:TablesConnection or Storage:TablesEndpoint names a table service, and start IntroBot again.",
            RequestFailedException { Status: >= 400 and var status } =>
                $"'{account}' answered {status} ({((RequestFailedException)first).ErrorCode}): "
                    + "see the state of the storage account in Azure.",
            _ =>
                $"'{account}' does not answer: "
                    + "see that Storage:TablesConnection or Storage:TablesEndpoint is right and that this machine can reach it.",
        }, trouble)
        {
            Fault = first switch
            {
                AuthenticationFailedException or RequestFailedException { Status: 401 or 403 } => StoreFault.Refused,
                RequestFailedException { Status: >= 400 } => StoreFault.Other,
                _ => StoreFault.Silent,
            },
        };
    }
}
