/** An error that the host answers to Office.js, as Excel would. */
export class HostFault extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly location: string | null = null,
    readonly status = 400,
  ) {
    super(message);
    this.name = 'HostFault';
  }
}

export const invalidArgument = (
  message = 'The argument is invalid or missing or has an incorrect format.',
): HostFault => new HostFault('InvalidArgument', message);

export const itemNotFound = (): HostFault =>
  new HostFault('ItemNotFound', "The requested resource doesn't exist.", null, 404);

export const itemAlreadyExists = (): HostFault =>
  new HostFault(
    'ItemAlreadyExists',
    'A resource with the same name or identifier already exists.',
    null,
    409,
  );

export const apiNotFound = (member: string): HostFault =>
  new HostFault(
    'ApiNotFound',
    `The API ${member} is not available on this version of the host.`,
    member,
    404,
  );

export const accessDenied = (
  message = "You can't perform the requested operation: the sheet or the workbook is protected.",
): HostFault => new HostFault('AccessDenied', message, null, 403);

export const generalException = (message: string): HostFault =>
  new HostFault('GeneralException', message, null, 500);
