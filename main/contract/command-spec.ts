// What a command is made of, for the tables that name them; and the arguments that many of them take.
import { z } from 'zod';

/** The result type rides along as a phantom: nothing is stored under `result` at run time. */
export type CommandSpec<Args extends z.ZodType, Value> = {
  readonly kind: 'query' | 'command';
  readonly args: Args;
  readonly result?: Value;
};

export const query =
  <Value>() =>
  <Args extends z.ZodType>(args: Args): CommandSpec<Args, Value> => ({ kind: 'query', args });
export const command =
  <Value>() =>
  <Args extends z.ZodType>(args: Args): CommandSpec<Args, Value> => ({ kind: 'command', args });

export const nothing = z.object({});
export const rowId = z.number().int().positive();
export const instant = z.number().int().min(0).max(8_640_000_000_000_000);
export const text = z.string().max(2_000_000);
export const line = z.string().max(998);
