/** What comes of it when a gateway calls to say that a run is over. Nothing it says is believed: the run is looked at, as always. */
export interface GatewayCall {
  readonly predictionId: string;
  /** By which the gateway shows that it was told this address. */
  readonly token: string;
  /** Where the call comes from. */
  readonly from: string;
}

export interface GatewayCalls {
  /**
   * A run that is under way is due at once; of any other nothing comes, and who calls does not learn which. Throws not_found where the
   * token is not that of the run, too_many_requests where such calls go on.
   */
  take(call: GatewayCall): Promise<void>;
  /** Null where no gateway is told where to call. */
  state(): CallsState | null;
}

export interface CallsState {
  /** When any process of the studio was called last, since this one was started. */
  readonly lastAt: string | null;
}
