import { RPCLink } from '@orpc/client/message-port';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { onTestFinished } from 'vitest';
import { servePort } from '#electron/data-host/index.ts';
import { App } from '#renderer/App.tsx';
import { createQueryClient } from '#renderer/api.ts';
import { attachData } from '#renderer/connection.ts';
import { LocaleScope } from '#renderer/i18n/LocaleScope.tsx';
import { routes } from '#renderer/routes.tsx';
import type { LocaleChoice } from '#shared/i18n/locale.ts';
import { openTestHost } from '#tests/data-host/support.ts';
import type { TestHost } from '#tests/data-host/support.ts';

export const english: LocaleChoice = { language: 'en', calendar: 'gregory', digits: 'latn' };
export const persian: LocaleChoice = { language: 'fa', calendar: 'persian', digits: 'arabext' };

/** Joins the window's client to a real data host by a real message channel, as on the desktop. */
export function attachHost({ host }: TestHost): void {
  const { port1, port2 } = new MessageChannel();
  const defects: string[] = [];
  servePort(host, (line) => defects.push(line))({
    on: (type, listener) => {
      if (type === 'message') {
        port2.addEventListener('message', (event: MessageEvent<unknown>) => {
          listener({ data: event.data });
        });
      }
    },
    postMessage: (data) => {
      port2.postMessage(data);
    },
  });
  port1.start();
  port2.start();
  attachData(new RPCLink({ port: port1 }));
  onTestFinished(() => {
    port1.close();
    port2.close();
    if (defects.length > 0) throw new Error(`The data host reported defects:\n${defects.join('\n')}`);
  });
}

/** The whole window on a fresh store, at a route. */
export function renderApp(path: string, testHost: TestHost = openTestHost()) {
  attachHost(testHost);
  const router = createMemoryRouter(routes, { initialEntries: [path] });
  const user = userEvent.setup();
  const view = render(
    <App queryClient={createQueryClient()}>
      <RouterProvider router={router} />
    </App>,
  );
  return { ...view, user, router, call: testHost.call, testHost };
}

/** One component inside a locale. */
export function renderIn(choice: LocaleChoice, children: ReactNode) {
  const user = userEvent.setup();
  const client = createQueryClient();
  const wrap = (content: ReactNode) => (
    <QueryClientProvider client={client}>
      <LocaleScope root choice={choice}>
        {content}
      </LocaleScope>
    </QueryClientProvider>
  );
  const view = render(wrap(children));
  return {
    ...view,
    user,
    rerenderIn: (content: ReactNode) => {
      view.rerender(wrap(content));
    },
  };
}
